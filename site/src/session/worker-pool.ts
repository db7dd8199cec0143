import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { linesEnd } from "../../../engine/line-coverage/end-message.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import { endedAfter } from "../../../engine/sandbox/fold-failures.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import type { WorkerMessage, WorkerQuestion } from "./fold-worker.ts";
import type { Handle } from "./session-interface.ts";

/** The worker that is not in use; a run takes it out and, if it stayed healthy, puts it back. */
let idle: Worker | null = null;
let runs = 0;

function take(): Worker {
  const worker =
    idle ?? new Worker(new URL("./fold-worker.ts", import.meta.url), { type: "module", name: "fold" });
  idle = null;
  return worker;
}

function giveBack(worker: Worker): void {
  if (idle) worker.terminate();
  else idle = worker;
}

/** Why a worker was ended: it took too long, or its code could not be loaded. */
type Ended = "time-limit" | "engine-fault";

/**
 * Something done in a worker of this browser, with an `end` as its last message. The engine's own limits stop most code;
 * what it cannot stop is ended here with the worker, and `fail` is told why, once. `whenDone` resolves at the end, to
 * whether the worker had to be ended.
 */
function inWorker<Message extends TraceMessage | LinesMessage>(
  { asked, request }: Pick<WorkerQuestion, "asked" | "request">,
  { wallMilliseconds, foldMilliseconds }: Record<"wallMilliseconds" | "foldMilliseconds", number>,
  listen: (message: Message) => void,
  fail: (why: Ended) => void,
): Handle & { whenDone: Promise<boolean> } {
  const worker = take();
  const id = ++runs;
  let over = false;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let begun = 0;
  const { promise: whenDone, resolve: done } = Promise.withResolvers<boolean>();

  const stop = () => {
    over = true;
    clearTimeout(limit);
    worker.terminate();
    done(true);
  };
  const end = (why: Ended) => {
    if (over) return;
    over = true;
    fail(why);
    stop();
  };

  /** The worker goes on: its fold may take some more time, as long as it has not taken too long in all. */
  const waitOn = () => {
    clearTimeout(limit);
    const left = begun + foldMilliseconds - performance.now();
    limit = setTimeout(end, Math.min(wallMilliseconds, left), "time-limit");
  };

  worker.onerror = (event) => {
    event.preventDefault();
    end("engine-fault");
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if (over || data.id !== id) return;
    if (data.kind === "begins") {
      begun = performance.now();
      waitOn();
    } else if (data.kind === "working") waitOn();
    else if (data.kind === "message") {
      if (data.message.kind === "end") clearTimeout(limit);
      else waitOn();
      listen(data.message as Message);
    } else {
      over = true;
      if (data.health === "healthy") giveBack(worker);
      else worker.terminate();
      done(false);
    }
  };
  worker.postMessage({ id, asked, request } satisfies WorkerQuestion);
  return { cancel: () => over || stop(), whenDone };
}

const notStarted = sessionWords.notStarted;

/** One fold in a worker of this browser; the steps that had arrived are kept. Exactly one `end` comes. */
export function foldInWorker(
  request: RunRequest,
  listen: (message: TraceMessage) => void,
): Handle & { whenDone: Promise<boolean> } {
  let steps = 0;
  let started = false;
  const hear = (message: TraceMessage) => {
    if (message.kind === "step") steps++;
    if (message.kind === "start") started = true;
    listen(message);
  };
  return inWorker({ asked: "run", request }, limits, hear, (verdict) => {
    const reason =
      verdict === "time-limit" ? endedAfter(limits.wallMilliseconds) : { verdict, message: notStarted };
    const position = request.records[steps]?.position ?? null;
    const at = { index: started ? steps : -1, position };
    listen({ kind: "end", ...reason, at, state: null, steps, skipped: 0 });
  });
}

/** The lines that each step of a run goes through, from a worker of this browser. Exactly one `end` comes. */
export function linesInWorker(request: RunRequest, listen: (message: LinesMessage) => void): Handle {
  const most = {
    wallMilliseconds: limits.wallMilliseconds * limits.linesTimes,
    foldMilliseconds: limits.foldMilliseconds * limits.linesTimes,
  };
  return inWorker({ asked: "lines", request }, most, listen, (why) =>
    listen(why === "time-limit" ? linesEnd("limit") : linesEnd("engine-fault", notStarted)),
  );
}

/** One fold with all its messages, once it has ended. `killed` says that the worker had to be ended. */
export function foldAllInWorker(request: RunRequest): Promise<{ messages: TraceMessage[]; killed: boolean }> {
  return new Promise((resolve) => {
    const messages: TraceMessage[] = [];
    const { whenDone } = foldInWorker(request, (message) => messages.push(message));
    whenDone.then((killed) => resolve({ messages: begun(messages, request), killed }));
  });
}

/** A worker that was ended before its first message leaves a trace without a start; every trace has one. */
function begun(messages: TraceMessage[], { runId, entry, scope, seed, slice }: RunRequest): TraceMessage[] {
  if (messages[0]?.kind === "start") return messages;
  return [
    { kind: "start", runId, engine: "", entry, scope, seed, slice, sourceHash: "", state: null },
    ...messages,
  ];
}
