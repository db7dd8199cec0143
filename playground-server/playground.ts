import type { LogRecord, Position } from "../engine/fold/event.ts";
import { readRecord } from "../engine/fold/event.ts";
import type { TraceMessage } from "../engine/fold/trace.ts";
import type {
  About,
  CheckMessage,
  ClusterNow,
  Comparison,
  EarnedSolution,
} from "../engine/protocol/answers.ts";
import type { ExercisePayload } from "../engine/protocol/exercise-page.ts";
import type { AppendBody, CheckBody, CompareBody, RunBody } from "../engine/protocol/requests.ts";
import { limits } from "../engine/sandbox/limits.ts";
import type { RunRequest } from "../engine/sandbox/run-request.ts";
import type { Exercise, Shelf } from "../exercises/shelf.ts";
import { clusterNow } from "./cluster-now.ts";
import { Earned } from "./earned.ts";
import { Refusal } from "./errors.ts";
import { httpLimits } from "./http/limits.ts";
import { requestLimits } from "./limits.ts";
import { logLimits } from "./log/limits.ts";
import type { Log } from "./log/open-log.ts";
import type { Viewer } from "./log/tail.ts";
import { mayRead, ownTopic, readableTopic } from "./log/topic-names.ts";
import type { Packs } from "./packs/packs.ts";
import { ExercisePages } from "./pages/exercise-pages.ts";
import { Checks } from "./runs/checks.ts";
import { inForce } from "./runs/confinement.ts";
import type { LongRequest, WindowPlace } from "./runs/fold-lane/long-runs.ts";
import { processBounds, queueLimits, runLimits } from "./runs/limits.ts";
import type { EmitLines } from "./runs/line-passes.ts";
import type { Ticket } from "./runs/queue.ts";
import { runBounds, runRequest } from "./runs/request.ts";
import type { Runner } from "./runs/runner.ts";
import type { Seeding } from "./seeding.ts";
import type { Settings } from "./settings.ts";
import { socketLimits } from "./socket/limits.ts";
import { learnersCluster } from "./terminal/learners-cluster.ts";
import { Terminal } from "./terminal/terminal.ts";

/** Who asks: a session, and the address it came from. */
export interface Caller {
  learner: string;
  /** Whether the session's token came from the client and not from this very answer. */
  returned: boolean;
  address: string;
  /** The connection it asks on: one for each open page, one for all plain requests. */
  page: string;
}

/** All that can be asked of this server, whether over HTTP or over a WebSocket. Everything throws refusals. */
export class Playground {
  readonly log: Log;
  readonly runner: Runner;
  readonly shelf: Shelf;
  readonly packs: Packs;
  readonly seeding: Seeding;
  readonly settings: Settings;
  readonly terminal: Terminal;
  #checks: Checks;
  #pages: ExercisePages;
  #version: string;
  readonly #earned = new Earned();

  constructor(parts: {
    log: Log;
    runner: Runner;
    shelf: Shelf;
    packs: Packs;
    seeding: Seeding;
    settings: Settings;
    version: string;
  }) {
    this.log = parts.log;
    this.runner = parts.runner;
    this.shelf = parts.shelf;
    this.packs = parts.packs;
    this.seeding = parts.seeding;
    this.settings = parts.settings;
    this.#version = parts.version;
    this.terminal = new Terminal(parts.log);
    this.#checks = new Checks(parts.runner);
    this.#pages = new ExercisePages(parts.runner);
  }

  /** Emits a whole trace with one end, or throws before its first step. */
  run(
    body: RunBody,
    caller: Caller,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const ticket: Ticket = { ...ticketOf(caller, body.exercise, body.beside), kind: "run" };
    return this.runner.run(ticket, () => this.#requestOf(body, caller), emit, signal);
  }

  /** Emits the trace of the steps around a position of a long fold of this session that is still kept. */
  window(
    place: WindowPlace,
    caller: Caller,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    return this.runner.window({ ...ticketOf(caller), kind: "run" }, place, emit, signal);
  }

  /** Emits the lines that each step of a run goes through and one end, or throws before the first. */
  lines(body: RunBody, caller: Caller, emit: EmitLines, signal: AbortSignal): Promise<void> {
    const ticket: Ticket = { ...ticketOf(caller, body.exercise), kind: "lines" };
    return this.runner.linePasses.lines(ticket, () => this.#requestOf(body, caller), emit, signal);
  }

  /** The same for the steps around a position of a long fold of this session that is still kept. */
  windowLines(place: WindowPlace, caller: Caller, emit: EmitLines, signal: AbortSignal): Promise<void> {
    return this.runner.linePasses.window({ ...ticketOf(caller), kind: "lines" }, place, emit, signal);
  }

  async #requestOf(body: RunBody, caller: Caller): Promise<RunRequest | LongRequest> {
    const exercise = body.exercise === undefined ? null : await this.exercise(body.exercise);
    return runRequest(body, caller.learner, exercise, this.log);
  }

  /** Emits what each check says and one end, or throws before the first. */
  async check(
    body: CheckBody,
    caller: Caller,
    emit: (message: CheckMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const exercise = await this.exercise(body.exercise);
    return this.#checks.check(
      { ...ticketOf(caller, body.exercise), kind: "check" },
      exercise,
      body,
      (message) => {
        this.#earned.note(caller.learner, exercise, body, message);
        emit(message);
      },
      signal,
    );
  }

  /** A source's fold beside the reference's, for a session that had an answer of its own checked. */
  async compare(
    { exercise: id, source }: CompareBody,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Comparison> {
    const exercise = await this.exercise(id);
    if (!this.#earned.hasChecked(caller.learner, id)) throw new Refusal("comparison-not-open");
    return this.#checks.compare({ ...ticketOf(caller, id, true), kind: "check" }, exercise, source, signal);
  }

  /** One solution of an exercise, and after a pass the others: only for a session that has earned it. */
  async solution(id: string, { learner }: Caller): Promise<EarnedSolution> {
    const { solution, approaches } = await this.exercise(id);
    const how = this.#earned.how(learner, id);
    if (!how) throw new Refusal("solution-not-earned");
    return { solution, approaches: how === "passed" ? approaches : [] };
  }

  async append({ topic, key, event }: AppendBody, caller: Caller): Promise<Position> {
    const name = ownTopic(topic, caller.learner);
    if (!caller.returned) throw new Refusal("session-new");
    return this.log.append(name, key, event, caller.address);
  }

  watch(topic: string, caller: Caller, viewer: Viewer): Promise<() => void> {
    return this.log.watch(readableTopic(topic, caller.learner), viewer);
  }

  async records(
    topic: string,
    { partition, from, to, last }: { partition?: number; from?: number; to?: number; last?: number },
    caller: Caller,
  ): Promise<LogRecord[]> {
    if (partition === undefined && (from !== undefined || to !== undefined)) {
      throw new Refusal("slice-invalid", "from and to count in one partition: name it.");
    }
    if (partition !== undefined && last !== undefined) {
      throw new Refusal("slice-invalid", "last is of every partition: leave partition, from and to out.");
    }
    const name = readableTopic(topic, caller.learner);
    const partitions =
      last !== undefined
        ? { partitions: await this.#lastOf(name, last) }
        : partition === undefined
          ? {}
          : { partitions: [{ partition, from, to }] };
    const { records } = await this.log.read({ topic: name, ...partitions }, runBounds);
    return records.map(readRecord);
  }

  /** The last offsets of each partition of a topic. */
  async #lastOf(topic: string, last: number) {
    const ends = await this.log.ends(topic);
    return ends.map(({ start, end }, partition) => ({
      partition,
      from: Math.max(start, end - last),
      to: end,
    }));
  }

  /** The topics somebody may read: the course's and one's own. */
  async topics({ learner }: Caller): Promise<string[]> {
    const all = await this.log.topics.all();
    return all.filter((topic) => mayRead(topic, learner)).sort();
  }

  /** The running cluster with its ends and lags at this moment. */
  async cluster(caller: Caller): Promise<ClusterNow> {
    const now = await clusterNow(learnersCluster(this.log, caller));
    return { log: this.about().log, ...now };
  }

  /** The course's exercises and those of the packs. */
  async exercises(): Promise<(Exercise & { pack?: string })[]> {
    return [...this.shelf.exercises, ...(await this.packs.exercises())];
  }

  async exercise(id: string): Promise<Exercise> {
    const found =
      this.shelf.exercises.find((exercise) => exercise.id === id) ??
      (await this.packs.exercises()).find((exercise) => exercise.id === id);
    if (!found) throw new Refusal("exercise-unknown", `No exercise is called ${JSON.stringify(id)}.`);
    return found;
  }

  /** What the page of an exercise opens with. */
  async page(id: string): Promise<ExercisePayload> {
    return this.#pages.page(await this.exercise(id));
  }

  about(): About {
    const { kind, sentence } = this.log.settings;
    return {
      version: this.#version,
      engine: this.runner.pool.engine,
      log: { kind, sentence, version: this.log.brokerVersion() },
      sandbox: inForce(processBounds),
      limits: {
        ...limits,
        ...runLimits,
        ...queueLimits,
        ...logLimits,
        ...requestLimits,
        ...httpLimits,
        ...socketLimits,
        slots: this.settings.slots,
        perAddressSessions: this.settings.perAddressSessions,
      },
    };
  }

  /** Throws what is missing before runs over Kafka work. */
  async ready(): Promise<void> {
    if (!this.runner.pool.alive) throw new Refusal("busy", "The sandbox is starting.", { retryAfter: 1 });
    await this.log.reach();
    const { sentence } = this.seeding;
    if (sentence) throw new Refusal("log-unavailable", sentence, { retryAfter: 2 });
  }

  async close(): Promise<void> {
    this.seeding.stop();
    await Promise.all([this.runner.close(), this.log.close()]);
  }
}

/** A session that is brand new could be one of many that a script throws away: its address answers for it. */
function ticketOf({ learner, returned, address, page }: Caller, exercise = "", beside = false) {
  return {
    session: learner,
    place: `${page} ${exercise}${beside ? " beside" : ""}`,
    account: returned ? learner : `address ${address}`,
  };
}
