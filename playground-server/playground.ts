import type { LogRecord, Position } from "../engine/fold/event.ts";
import type { Progress, TraceMessage } from "../engine/fold/trace.ts";
import type { HearProgress } from "../engine/grading/grader.ts";
import type { ExercisePayload } from "../engine/protocol/exercise-types.ts";
import type { AppendBody, CheckBody, CompareBody, RunBody } from "../engine/protocol/request-types.ts";
import type {
  CheckMessage,
  ClusterNow,
  Comparison,
  EarnedSolution,
  ServerInfo,
} from "../engine/protocol/response-types.ts";
import type { RunRequest } from "../engine/sandbox/run-request.ts";
import { verbatimMessage } from "../engine/sentences/message.ts";
import type { Catalog, Exercise } from "../exercises/catalog.ts";
import type { Caller } from "./caller.ts";
import { readClusterStatus } from "./cluster-status.ts";
import { ClusterTests } from "./cluster-test/cluster-tests.ts";
import { TargetPolicy } from "./cluster-test/target-policy.ts";
import { Refusal, refusalDetail } from "./errors.ts";
import { ByteRates } from "./http/byte-rates.ts";
import { Metrics } from "./http/metrics.ts";
import { threeBrokersService } from "./labs/cluster/three-brokers-service.ts";
import type { Lab } from "./labs/lab.ts";
import type { LabServices } from "./labs/services.ts";
import { LabSessions } from "./labs/sessions.ts";
import type { Log } from "./log/open-log.ts";
import type { Viewer } from "./log/tail.ts";
import { mayRead, ownTopic, readableTopic } from "./log/topic-names.ts";
import type { PackExercise, Packs } from "./packs/packs.ts";
import { ExercisePages } from "./pages/exercise-pages.ts";
import { type RecordRange, readRecords } from "./read-records.ts";
import { CheckRuns } from "./runs/check-runs.ts";
import { accountOfAddress, type QueueTicket } from "./runs/fair-slot-queue.ts";
import type { LongRequest, WindowPlace } from "./runs/fold-lane/long-log-runs.ts";
import type { EmitLines } from "./runs/line-coverage-passes.ts";
import { readRunRequest } from "./runs/read-run-request.ts";
import type { EmitKept, Runner } from "./runs/runner.ts";
import type { Seeding } from "./seeding.ts";
import { serverInfoOf } from "./server-info.ts";
import type { Settings } from "./settings.ts";
import { SolutionAccess } from "./solution-access.ts";
import { learnersCluster } from "./terminal/learners-cluster.ts";
import { Terminal } from "./terminal/terminal.ts";
import { UnreadMemoryBudget } from "./unread/memory-budget.ts";
import { WorkUnderWay } from "./work-under-way.ts";

/** All that can be asked of this server, whether over HTTP or over a WebSocket. Everything throws refusals. */
export class Playground {
  readonly log: Log;
  readonly runner: Runner;
  readonly catalog: Catalog;
  readonly packs: Packs;
  readonly seeding: Seeding;
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly labs: LabSessions;
  readonly clusterTests: ClusterTests;
  /** A stop of the server waits for it. */
  readonly work = new WorkUnderWay();
  /** What answers hold until they are read. */
  readonly unread = new UnreadMemoryBudget();
  /** What each address may send. */
  readonly byteRates: ByteRates;
  readonly metrics: Metrics;
  #checks: CheckRuns;
  #pages: ExercisePages;
  #version: string;
  readonly #earned = new SolutionAccess();

  constructor(parts: {
    log: Log;
    runner: Runner;
    catalog: Catalog;
    packs: Packs;
    seeding: Seeding;
    settings: Settings;
    labs: { list: readonly Lab[]; services: LabServices };
    version: string;
  }) {
    this.log = parts.log;
    this.runner = parts.runner;
    this.catalog = parts.catalog;
    this.packs = parts.packs;
    this.seeding = parts.seeding;
    this.settings = parts.settings;
    this.byteRates = new ByteRates(parts.settings.perAddressSessions);
    this.labs = new LabSessions({
      ...parts.labs,
      log: parts.log,
      work: this.work,
      settings: parts.settings.labs,
    });
    const ownBrokers = () => [
      ...parts.log.settings.brokers,
      ...(parts.labs.services.runningAddress(threeBrokersService)?.allAddresses() ?? []),
    ];
    const { testClusterHosts, perAddressSessions } = parts.settings;
    this.clusterTests = new ClusterTests(new TargetPolicy(testClusterHosts, ownBrokers), perAddressSessions);
    this.metrics = new Metrics(this);
    this.#version = parts.version;
    this.terminal = new Terminal(parts.log, parts.labs.services);
    this.#checks = new CheckRuns(parts.runner);
    this.#pages = new ExercisePages(parts.runner);
  }

  /** Emits a whole trace with one end, or throws before its first step. */
  run(
    body: RunBody,
    caller: Caller,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
    emitKept?: EmitKept,
  ): Promise<void> {
    const ticket: QueueTicket = { ...ticketOf(caller, body.exercise, body.beside), kind: "run" };
    const request = () => this.#requestOf(body, caller);
    return this.work.do(signal, (given) => this.runner.run(ticket, request, emit, given, emitKept));
  }

  /**
   * Emits the trace of the steps around a position of a long fold of this session. Where the fold is not kept here, it
   * is made again from `run`, if that came along.
   */
  async window(
    { run, ...place }: WindowPlace & { run?: RunBody },
    caller: Caller,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const ticket: QueueTicket = { ...ticketOf(caller), kind: "run" };
    return this.work.do(signal, async (given) => {
      if (run) await this.#recall(place, run, caller, emit, given);
      await this.runner.window(ticket, place, emit, given);
    });
  }

  /** Emits the lines that each step of a run goes through and one end, or throws before the first. */
  lines(body: RunBody, caller: Caller, emit: EmitLines, signal: AbortSignal): Promise<void> {
    const ticket: QueueTicket = { ...ticketOf(caller, body.exercise), kind: "lines" };
    const request = () => this.#requestOf(body, caller);
    return this.work.do(signal, (given) => this.runner.linePasses.lines(ticket, request, emit, given));
  }

  /** The same for the steps around a position of a long fold of this session. */
  async windowLines(
    { run, ...place }: WindowPlace & { run?: RunBody },
    caller: Caller,
    emit: EmitLines,
    signal: AbortSignal,
  ): Promise<void> {
    const ticket: QueueTicket = { ...ticketOf(caller), kind: "lines" };
    return this.work.do(signal, async (given) => {
      if (run) await this.#recall(place, run, caller, emit, given);
      await this.runner.linePasses.window(ticket, place, emit, given);
    });
  }

  #recall(
    { runId }: WindowPlace,
    run: RunBody,
    caller: Caller,
    emit: (message: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const ticket: QueueTicket = { ...ticketOf(caller, run.exercise), kind: "run" };
    return this.runner.recall(ticket, runId, () => this.#requestOf(run, caller), emit, signal);
  }

  async #requestOf(body: RunBody, caller: Caller): Promise<RunRequest | LongRequest> {
    const exercise = body.exercise === undefined ? null : await this.exercise(body.exercise);
    return readRunRequest(body, caller.learner, exercise, this.log);
  }

  /** Emits its place in the queue, what each check says, and one end, or throws before the first check. */
  async check(
    body: CheckBody,
    caller: Caller,
    emit: (message: CheckMessage | Progress) => void,
    signal: AbortSignal,
    hear?: HearProgress,
  ): Promise<void> {
    const exercise = await this.exercise(body.exercise);
    const ticket: QueueTicket = { ...ticketOf(caller, body.exercise), kind: "check" };
    const noteAndEmit = (message: CheckMessage | Progress) => {
      if (message.kind !== "progress") this.#earned.note(caller.learner, exercise, body, message);
      const ofPrevious = message.kind === "end" && exercise.previousVersion;
      emit(ofPrevious ? { ...message, previousVersion: true } : message);
    };
    return this.work.do(signal, (given) =>
      this.#checks.check(ticket, exercise, body, noteAndEmit, given, hear),
    );
  }

  /** A source's fold and the reference's, side by side, for a session that had an answer of its own checked. */
  async compare(
    { exercise: id, source }: CompareBody,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Comparison> {
    const exercise = await this.exercise(id);
    if (!this.#earned.hasChecked(caller.learner, id)) throw new Refusal("comparison-not-open");
    const ticket: QueueTicket = { ...ticketOf(caller, id, true), kind: "check" };
    return this.work.do(signal, (given) => this.#checks.compare(ticket, exercise, source, given));
  }

  /** One solution of an exercise, and after a pass the others: only for a session that has earned it. */
  async solution(id: string, { learner }: Caller): Promise<EarnedSolution> {
    const { solution, approaches } = await this.exercise(id);
    const how = this.#earned.how(learner, id);
    if (!how) throw new Refusal("solution-not-earned");
    const others = approaches.map(({ name, source }) => ({ name, source }));
    return { solution, approaches: how === "passed" ? others : [] };
  }

  async append({ topic, key, event }: AppendBody, caller: Caller): Promise<Position> {
    const name = ownTopic(topic, caller.learner);
    if (!caller.returned) throw new Refusal("session-new");
    return this.work.do(never, () => this.log.append(name, key, event, caller.address));
  }

  watch(topic: string, caller: Caller, viewer: Viewer): Promise<() => void> {
    return this.log.watch(readableTopic(topic, caller.learner), viewer);
  }

  async records(topic: string, range: RecordRange, { learner }: Caller): Promise<LogRecord[]> {
    return readRecords(this.log, readableTopic(topic, learner), range);
  }

  /** The topics a learner may read: the course's and their own. */
  async topics({ learner }: Caller): Promise<string[]> {
    const all = await this.log.topics.all();
    return all.filter((topic) => mayRead(topic, learner)).sort();
  }

  /** The running cluster with its ends and lags at this moment. */
  async cluster(caller: Caller): Promise<ClusterNow> {
    const now = await readClusterStatus(learnersCluster(this.log, caller));
    return { log: this.about().log, ...now };
  }

  /** The course's exercises and those of the packs. */
  async exercises(): Promise<(Exercise & Partial<PackExercise>)[]> {
    return [...this.catalog.exercises, ...(await this.packs.exercises())];
  }

  async exercise(id: string): Promise<Exercise & Partial<PackExercise>> {
    const found =
      this.catalog.exercises.find((exercise) => exercise.id === id) ??
      (await this.packs.exercises()).find((exercise) => exercise.id === id);
    if (!found && this.packs.isBroken(id))
      throw new Refusal("exercise-unknown", refusalDetail("exercise-broken", { id: JSON.stringify(id) }));
    if (!found)
      throw new Refusal("exercise-unknown", refusalDetail("no-such-exercise", { id: JSON.stringify(id) }));
    return found;
  }

  /** What the page of an exercise opens with. */
  async page(id: string): Promise<ExercisePayload> {
    const exercise = await this.exercise(id);
    const page = await this.#pages.page(exercise);
    return exercise.previousVersion ? { ...page, previousVersion: true } : page;
  }

  about(): ServerInfo {
    return serverInfoOf(this, this.#version);
  }

  /** Throws what is missing before runs over Kafka work. */
  async ready(): Promise<void> {
    this.work.expectRunning();
    if (!this.runner.pool.alive)
      throw new Refusal("busy", refusalDetail("sandbox-starting"), { retryAfter: 1 });
    await this.log.reach();
    const { sentence } = this.seeding;
    if (sentence) throw new Refusal("log-unavailable", verbatimMessage(sentence), { retryAfter: 2 });
  }

  async close(): Promise<void> {
    this.seeding.stop();
    await this.labs.close();
    await Promise.all([this.runner.close(), this.log.close()]);
  }
}

/** An append is never cancelled: it would be unknown then whether the record was written. */
const never = new AbortController().signal;

/** A session that is brand new could be one of many that a script throws away: its address answers for it. */
function ticketOf({ learner, returned, address, page }: Caller, exercise = "", beside = false) {
  return {
    session: learner,
    address,
    place: `${page} ${exercise}${beside ? " beside" : ""}`,
    account: returned ? learner : accountOfAddress(address),
  };
}
