import type { LogRecord, RawRecord } from "../../../engine/fold/event.ts";
import type { Progress, TraceEnd, TraceMessage, TraceStart, Verdict } from "../../../engine/fold/trace.ts";
import { placeCase } from "../../../engine/grading/fold-job.ts";
import { linesEnd } from "../../../engine/line-coverage/end-message.ts";
import type { LinesMessage, MissingLines } from "../../../engine/line-coverage/line-coverage-messages.ts";
import type { GivenRecord, RunBody } from "../../../engine/protocol/request-types.ts";
import type {
  CheckMessage,
  CheckProgress,
  EarnedSolution,
  Problem,
} from "../../../engine/protocol/response-types.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { retryWhenBusy } from "./retry-when-busy.ts";
import type { ServerSocket } from "./server-socket.ts";
import {
  type FoldRequest,
  type FoldSession,
  type Handle,
  Refusal,
  type WaitingRun,
} from "./session-interface.ts";

/** The session's abilities over the server's WebSocket. */
export function kafkaTransport(
  socket: ServerSocket,
  api: URL,
): Omit<FoldSession, "where" | "watch" | "retry" | "tools" | "labs"> {
  /** The newest run, and how it is folded again by a server that does not keep it. */
  let newest: { runId: string; run: RunBody } | null = null;
  const runOf = (runId: string) => (newest?.runId === runId ? { run: newest.run } : {});
  const traced = (question: Ask[0], listen: Parameters<FoldSession["run"]>[1]): Handle => {
    let steps = 0;
    const fail = (reason: Refusal) => listen(stopped(reason, steps));
    const toldPlace = placeTeller(listen);
    const begin = (refused: typeof fail) =>
      ask(socket, question, refused, (message, done) => {
        const traced = message as TraceMessage;
        if (toldPlace(traced)) return;
        if (traced.kind === "step") steps++;
        if (traced.kind === "end") done();
        listen(traced);
      });
    return retryWhenBusy(begin, fail, listen);
  };
  const lined = (question: Ask[0], listen: Parameters<FoldSession["lines"]>[1]): Handle => {
    const fail = (reason: Refusal) => listen(linesEnd(missingFor(reason), reason.message));
    const begin = (refused: typeof fail) =>
      ask(socket, question, refused, (message, done) => {
        if (message.kind === "end") done();
        if (message.kind === "lines" || message.kind === "end") listen(message as LinesMessage);
      });
    return retryWhenBusy(begin, fail, listen);
  };
  return {
    run(request, listen) {
      const run = runBody(request);
      return traced({ kind: "run", ...run }, (message) => {
        if (message.kind === "start" && !request.beside) {
          newest = { runId: message.runId, run: overSlice(run, message) };
        }
        listen(message);
      });
    },
    lines: (request, listen) => lined({ kind: "lines", ...runBody(request) }, listen),
    window: ({ runId, partition, offset }, listen) =>
      traced({ kind: "window", runId, partition, offset, ...runOf(runId) }, listen),
    windowLines: ({ runId, partition, offset }, listen) =>
      lined({ kind: "window-lines", runId, partition, offset, ...runOf(runId) }, listen),
    records: (topic, partition, from, to) =>
      readRecords(new URL(`logs/${topic}?partition=${partition}&from=${from}&to=${to}`, api)),
    check({ payload, source, predicted, seed }, listen) {
      const question = { kind: "check" as const, exercise: payload.exercise.id, source, predicted, seed };
      const fail = (reason: Refusal) =>
        listen({
          kind: "end",
          verdict: verdictOf(reason),
          passed: false,
          message: reason.message,
          records: 0,
          logs: 0,
          seed: null,
        });
      const toldPlace = placeTeller(listen);
      const begin = (refused: typeof fail) =>
        ask(socket, question, refused, (message, done) => {
          const checked = message as CheckMessage | CheckProgress | Progress;
          if (toldPlace(checked) || checked.kind === "progress") return;
          if (checked.kind === "end") done();
          listen(checked);
        });
      return retryWhenBusy(begin, fail, listen);
    },
    compare({ exercise }, source) {
      return new Promise((resolve, reject) => {
        const question = { kind: "compare" as const, exercise: exercise.id, source };
        ask(socket, question, reject, (message, done) => {
          done();
          if (message.kind === "comparison") resolve(message);
        });
      });
    },
    async solution(exercise) {
      const answer = await fetch(new URL(`exercises/${exercise}/solution`, api));
      if (answer.ok) return (await answer.json()) as EarnedSolution;
      const { code, detail } = inPageLanguage((await answer.json()) as Problem);
      throw new Refusal(code, detail);
    },
    append(topic, key, event) {
      return new Promise((resolve, reject) => {
        ask(socket, { kind: "append", topic, key, event }, reject, (message, done) => {
          done();
          if (message.kind === "appended") resolve(message.position);
        });
      });
    },
    tail(topic, listen, ended) {
      const reading = new AbortController();
      // The log is read once the tail has begun, so that no record falls between the two; some may come both ways.
      const tail = ask(socket, { kind: "tail", topic }, ended, (message) => {
        if (message.kind === "record") listen(message.record);
        if (message.kind !== "tailing") return;
        readLog(topic, api, reading.signal).then(
          (records) => records.forEach(listen),
          () => {},
        );
      });
      return {
        cancel() {
          reading.abort();
          tail.cancel();
        },
      };
    },
  };
}

/**
 * Tells the place in the server's queue, and with the first other answer that the wait is over. The function it makes
 * takes each answer, and says whether it was only about the place.
 */
function placeTeller(
  listen: (message: WaitingRun) => void,
): (message: Progress | { kind: string }) => boolean {
  let waits = false;
  return (message) => {
    const place = "place" in message ? message.place : undefined;
    if (place !== undefined || waits) {
      waits = place !== undefined;
      listen({ kind: "waiting", waiting: place === undefined ? null : { place } });
    }
    return place !== undefined;
  };
}

/** Of a topic that is followed, so many of the last offsets of each partition are read at first. */
const readAtFirst = 1_000;

/** The last records that a topic `mine.<name>` holds. Asks first which there are: a missing one would be an error in the console. */
async function readLog(topic: string, api: URL, signal: AbortSignal): Promise<LogRecord[]> {
  const { topics } = (await (await fetch(new URL("logs", api), { signal })).json()) as { topics: string[] };
  const name = topic.replace(/^mine\./, "");
  if (!topics.some((known) => known.startsWith("mine.") && known.endsWith(`.${name}`))) return [];
  return readRecords(new URL(`logs/${topic}?last=${readAtFirst}`, api), signal);
}

async function readRecords(url: URL, signal?: AbortSignal): Promise<LogRecord[]> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}.`);
  const lines = (await response.text()).split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LogRecord);
}

type Ask = Parameters<ServerSocket["ask"]>;

/** One request: `hear` gets every answer and a way to say that it was the last; a problem goes to `fail`. */
function ask(
  socket: ServerSocket,
  question: Ask[0],
  fail: (reason: Refusal) => void,
  hear: (message: Parameters<Ask[1]["answer"]>[0], done: () => void) => void,
): Handle {
  let over = false;
  const request = socket.ask(question, {
    answer(message) {
      if (over) return;
      if (message.kind === "problem") {
        finish(false);
        fail(new Refusal(message.code, inPageLanguage(message).detail, message.retryAfter));
      } else {
        hear(message, () => finish(false));
      }
    },
    lost(reason) {
      if (over) return;
      over = true;
      fail(reason);
    },
  });
  const finish = (cancel: boolean) => {
    over = true;
    request.stop(cancel);
  };
  return { cancel: () => over || finish(true) };
}

function runBody({ payload, source, log, beside, asks }: FoldRequest): RunBody {
  const { made, exercise } = payload;
  const { id, entry, scope, slice } = exercise;
  // The server knows nothing of what the page has put together: entry, scope and slice go with the code.
  const whose = { ...(made ? { entry } : { exercise: id }), source, ...asks, ...(beside && { beside }) };
  const folded = made ? { scope } : {};
  if (log.kind === "lesson") return made ? { ...whose, log: { ...slice, ...folded } } : whose;
  if (log.kind === "topic") return { ...whose, log: { topic: log.topic, ...folded } };
  // Commands that are not given are none: the server would take the exercise's.
  const none = exercise.commands ? { commands: [] } : {};
  if (log.kind === "records") {
    const { records, commands, scope: asked } = log;
    return {
      ...whose,
      log: { records: givenRecordsOf(records), ...folded, ...(asked && { scope: asked }) },
      ...none,
      ...(commands && { commands }),
    };
  }
  if (log.kind === "long") throw new Error("A log that the page holds is folded by the page.");
  const { records, commands, args } = placeCase(log.given);
  const { from, seed } = log;
  return {
    ...whose,
    log: { records: givenRecordsOf(records), ...folded },
    ...none,
    ...(commands && { commands }),
    ...(args && { args }),
    ...(from !== undefined && { from }),
    ...(seed !== undefined && { seed }),
  };
}

/** The same run over just the records that it folded: its topic may have grown since. */
function overSlice(run: RunBody, { slice, scope }: TraceStart): RunBody {
  return run.log && "records" in run.log ? run : { ...run, log: { ...slice, scope } };
}

/** Records as a request brings them, each with its place: the same fold as in the browser. */
function givenRecordsOf(records: RawRecord[]): GivenRecord[] {
  return records.map(({ position, timestamp, key, headers, value }) => ({
    position,
    timestamp,
    key,
    value,
    ...(Object.keys(headers).length > 0 && { headers }),
  }));
}

function verdictOf(reason: Refusal): Verdict {
  if (reason.code === "busy" || reason.code === "log-unavailable") return reason.code;
  if (reason.code === "log-corrupt") return "log-unavailable";
  return ["lost", "no-server", "stopping"].includes(reason.code) ? "cancelled" : "engine-fault";
}

function missingFor(reason: Refusal): MissingLines {
  return reason.code === "slice-too-long" ? "limit" : "unavailable";
}

function stopped(reason: Refusal, steps: number): TraceEnd {
  return {
    kind: "end",
    verdict: verdictOf(reason),
    message: reason.message,
    at: null,
    state: null,
    steps,
    skipped: 0,
  };
}
