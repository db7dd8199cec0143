import type { Logger } from "pino";
import type { Progress, TraceMessage, Verdict } from "../../engine/fold/trace.ts";
import {
  endedAfter,
  engineFault,
  type Failure,
  givenUpFailure as givenUpStop,
} from "../../engine/sandbox/fold-failures.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { runSentences } from "../../engine/sentences/english/runs.ts";
import { sentencesFrom } from "../../engine/sentences/message.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { CachedTrace } from "./cached-trace.ts";
import { type QueueTicket, SlotQueue, WaitCancelled } from "./fair-slot-queue.ts";
import type { FoldTrace } from "./fold-lane/explain-end.ts";
import { type LongParts, type LongRequest, LongRuns } from "./fold-lane/long-log-runs.ts";
import type { SlotOutcome } from "./last-run-per-account.ts";
import type { HardLimits } from "./limits.ts";
import { LineCoveragePasses } from "./line-coverage-passes.ts";
import type { SandboxJob } from "./sandbox-messages.ts";
import { SandboxPool } from "./sandbox-pool.ts";
import { SandboxSlot } from "./sandbox-slot.ts";
import { TraceCache, traceHash } from "./trace-cache.ts";
import { TraceSoFar } from "./trace-so-far.ts";
import { rejectOnAbort, reportPlace, reportWait } from "./wait-progress.ts";

/** What a verdict says of who holds the slot: after a limit an account waits in the slower lane. */
function howItEnded(verdict: Verdict): SlotOutcome {
  if (verdict === "time-limit" || verdict === "memory-limit") return "limit";
  return verdict === "cancelled" ? "given-up" : "well";
}

export interface RunnerOptions {
  slots: number;
  limits: HardLimits;
  /** What may be kept of traces that were made. */
  cacheBytes: number;
  logger: Logger;
  /** Where long folds find their records and keep their keyframes. */
  long: { parts: LongParts; folder: string };
}

/** Takes a kept trace under the name of a run. */
export type EmitKept = (trace: CachedTrace, runId: string) => void;

/** What a job of several folds has in common, and each fold's own part. */
export interface ManyFolds {
  shared: SandboxJob["shared"];
  requests: SandboxJob["requests"];
}

/** Runs: a source over a slice of a log, in a sandbox process. */
export class Runner {
  readonly queue: SlotQueue;
  readonly pool: SandboxPool;
  readonly limits: HardLimits;
  readonly cache: TraceCache;
  /** How runs ended since the start, by verdict; for /metrics. */
  readonly ended = new Map<Verdict, number>();
  readonly linePasses: LineCoveragePasses;
  readonly #long: LongRuns;

  constructor({ slots, limits, cacheBytes, logger, long }: RunnerOptions) {
    this.#long = new LongRuns(long.parts, long.folder, logger);
    this.queue = new SlotQueue(slots, limits.cpuMilliseconds);
    this.pool = new SandboxPool(slots, limits, logger);
    this.limits = limits;
    this.cache = new TraceCache(cacheBytes);
    this.linePasses = new LineCoveragePasses(this.queue, this.pool, this.#long);
  }

  /**
   * One run: `prepare` reads the log while the run has no slot yet, or finds it too long for the trace lane. Emits a
   * whole trace with exactly one end, or throws a refusal before its start. Given up by `signal` or by a newer run of
   * the session, it ends `cancelled`. A trace that was kept goes to `emitKept` whole, where that is given.
   */
  async run(
    ticket: QueueTicket,
    prepare: () => Promise<RunRequest | LongRequest>,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
    emitKept?: EmitKept,
  ): Promise<void> {
    const place = this.queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    try {
      const request = await reportWait("reading", emit, rejectOnAbort(prepare(), givenUp));
      const verdict =
        "records" in request
          ? await this.#traceLane(ticket, givenUp, emitKept)(request, emit)
          : await this.#long.run(request, ticket.session, this.#traceLane(ticket, givenUp), emit, givenUp);
      this.#count(verdict);
    } catch (error) {
      if (!givenUp.aborted) throw error;
      // It had no slot yet.
      this.#count("cancelled");
      emit(cancelledEnd);
    } finally {
      place.leave();
    }
  }

  /** The steps of a kept long fold around a position, as a trace of their own. Throws `run-unknown`, `slice-invalid`. */
  async window(
    ticket: QueueTicket,
    place: { runId: string; partition: number; offset: number },
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#long.window(place, ticket.session, this.#traceLane(ticket, signal), emit);
  }

  /**
   * Makes sure that windows of a long fold can be asked for: where this server does not keep it, because another one
   * made it or it was given up, `prepare` gives its run, and it is folded again and kept as `runId`. Emits progress.
   */
  async recall(
    ticket: QueueTicket,
    runId: string,
    prepare: () => Promise<RunRequest | LongRequest>,
    emit: (message: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#long.has(runId, ticket.session)) return;
    const asLong = async () => {
      const request = await prepare();
      if ("records" in request) throw new Refusal("run-unknown", refusalDetail("run-without-long-log"));
      return { ...request, runId };
    };
    const progress = (message: TraceMessage) => {
      if (message.kind === "progress") emit(message);
    };
    await this.run(ticket, asLong, progress, signal);
  }

  /** The processes at work or ready for it, those of a long fold included. */
  get pids(): number[] {
    return [...this.pool.pids, ...this.#long.pids];
  }

  /** Folds in the trace lane: a run that was made before is answered at once, any other waits for a slot. */
  #traceLane(ticket: QueueTicket, signal: AbortSignal, emitKept?: EmitKept): FoldTrace {
    return async (request, emit) => {
      const hash = traceHash(request);
      const before = this.cache.find(hash);
      if (before) {
        if (emitKept) emitKept(before, request.runId);
        else for (const line of before.lines(request.runId)) emit(JSON.parse(line) as TraceMessage);
        return before.verdict;
      }
      const collecting = this.cache.collect(hash);
      const both = (message: TraceMessage) => {
        collecting.take(message);
        emit(message);
      };
      return this.#inSlot(ticket, signal, emit, (slot) => this.#fold(slot, request, both, signal));
    };
  }

  /**
   * Many folds of one source in one slot. `work` gets a function that folds a batch and answers one whole trace for
   * each request; when the process had to be stopped, the trace that was running ends so and the rest is missing.
   * A batch that is `kept` is finished even where the work is given up. Emits the place in the queue while it waits.
   * Throws `busy` and `WaitCancelled`.
   */
  async folds<T>(
    ticket: QueueTicket,
    work: (fold: (many: ManyFolds, kept: boolean) => Promise<TraceMessage[][]>) => Promise<T>,
    signal: AbortSignal,
    emit: (message: Progress) => void = () => {},
  ): Promise<T> {
    const place = this.queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    let how: SlotOutcome = "well";
    try {
      const slot = await SandboxSlot.take(this.queue, this.pool, ticket, givenUp, reportPlace(emit));
      try {
        return await work(async (many, kept) => {
          const traces = await this.#foldMany(slot, many, kept ? never : givenUp);
          for (const trace of traces) {
            const end = trace.at(-1);
            if (end?.kind === "end" && how !== "limit") how = howItEnded(end.verdict);
          }
          return traces;
        });
      } finally {
        void slot.leave(givenUp.aborted && how === "well" ? "given-up" : how);
      }
    } catch (error) {
      throw givenUp.aborted ? new WaitCancelled() : error;
    } finally {
      place.leave();
    }
  }

  async #inSlot(
    ticket: QueueTicket,
    signal: AbortSignal,
    emit: (message: TraceMessage) => void,
    work: (slot: SandboxSlot) => Promise<Verdict>,
  ): Promise<Verdict> {
    const taken = SandboxSlot.take(this.queue, this.pool, ticket, signal, reportPlace(emit));
    const slot = await reportWait("queued", emit, taken);
    let verdict: Verdict = "engine-fault";
    try {
      verdict = await work(slot);
      return verdict;
    } finally {
      void slot.leave(howItEnded(verdict));
    }
  }

  async #fold(
    slot: SandboxSlot,
    request: RunRequest,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const [trace] = await this.#attempt(slot, split([request]), [request], [emit], signal);
    return trace?.ended?.verdict ?? "engine-fault";
  }

  async #foldMany(
    slot: SandboxSlot,
    { shared, requests }: ManyFolds,
    signal: AbortSignal,
  ): Promise<TraceMessage[][]> {
    const collected: TraceMessage[][] = requests.map(() => []);
    const whole = requests.map((own) => ({ ...shared, ...own }));
    const emits = collected.map((messages) => (message: TraceMessage) => {
      messages.push(message);
    });
    await this.#attempt(slot, { shared, requests }, whole, emits, signal);
    signal.throwIfAborted();
    return collected.filter((messages) => messages.at(-1)?.kind === "end");
  }

  /** Does a job, a second time if its process died of something that was no limit of the job's own. */
  async #attempt(
    slot: SandboxSlot,
    job: SandboxJob,
    requests: RunRequest[],
    emits: ((message: TraceMessage) => void)[],
    signal: AbortSignal,
  ): Promise<TraceSoFar[]> {
    const traces = requests.map(
      (request, i) => new TraceSoFar(request, this.pool.engine, emits[i] ?? (() => {})),
    );
    const once = () =>
      slot.run(
        job,
        (said) => said.kind === "message" && (traces[said.request]?.take(said.message) ?? false),
        signal,
      );
    let outcome = await once();
    if (outcome.kind === "died") {
      for (const trace of traces) trace.again();
      outcome = await once();
    }
    const running = traces.find((trace) => trace.ended === null);
    if (outcome.kind === "cancelled") running?.end(givenUpStop);
    if (outcome.kind === "limit") running?.end(endedAfter(outcome.milliseconds));
    // A process that calls itself done and has sent no end is in other hands than ours.
    const silent = outcome.kind === "done" && outcome.healthy;
    if (outcome.kind === "died" || silent) running?.end(engineFault());
    if (outcome.kind === "too-much-output") running?.end(tooMuchOutput(this.limits.outputCharacters));
    return traces;
  }

  #count(verdict: Verdict): void {
    this.ended.set(verdict, (this.ended.get(verdict) ?? 0) + 1);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.#long.close()]);
  }
}

const never = new AbortController().signal;

const tooMuchOutput = (characters: number): Failure => ({
  verdict: "memory-limit",
  ...sentencesFrom(runSentences)("steps-too-large", { megabytes: Math.floor(characters / 2 ** 20) }),
});

const cancelledEnd: TraceMessage = {
  kind: "end",
  ...givenUpStop,
  at: null,
  state: null,
  steps: 0,
  skipped: 0,
};

function split([request]: [RunRequest]): SandboxJob {
  const { source, entry, scope, seed, twice, ...own } = request;
  return { shared: { source, entry, scope, seed, twice }, requests: [own] };
}
