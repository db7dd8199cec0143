import type { Logger } from "pino";
import type { TraceMessage, Verdict } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { engineFault, hardTimeLimit } from "../../engine/sandbox/stops.ts";
import { type FoldTrace, type LongParts, type LongRequest, LongRuns } from "./fold-lane/long-runs.ts";
import type { SandboxJob } from "./job.ts";
import type { HardLimits } from "./limits.ts";
import { LinePasses } from "./line-passes.ts";
import { SandboxPool } from "./pool.ts";
import type { Outcome } from "./process.ts";
import { GivenUp, RunQueue, type Ticket } from "./queue.ts";
import { TraceCache, traceHash } from "./trace-cache.ts";
import { TraceSoFar } from "./trace-so-far.ts";
import { abortable, saying } from "./waiting.ts";

/** Verdicts after which an account waits in the slower lane. */
const limitVerdicts = new Set<Verdict>(["time-limit", "memory-limit"]);

export interface RunnerOptions {
  slots: number;
  limits: HardLimits;
  /** What may be kept of traces that were made. */
  cacheBytes: number;
  logger: Logger;
  /** Where long folds find their records and keep their keyframes. */
  long: { parts: LongParts; folder: string };
}

/** What a job of several folds has in common, and each fold's own part. */
export interface ManyFolds {
  shared: SandboxJob["shared"];
  requests: SandboxJob["requests"];
}

/** Runs: a source over a slice of a log, in a sandbox process. */
export class Runner {
  readonly queue: RunQueue;
  readonly pool: SandboxPool;
  readonly limits: HardLimits;
  readonly cache: TraceCache;
  /** How runs ended since the start, by verdict; for /metrics. */
  readonly ended = new Map<Verdict, number>();
  readonly linePasses: LinePasses;
  readonly #long: LongRuns;

  constructor({ slots, limits, cacheBytes, logger, long }: RunnerOptions) {
    this.#long = new LongRuns(long.parts, long.folder);
    this.queue = new RunQueue(slots);
    this.pool = new SandboxPool(slots, limits, logger);
    this.limits = limits;
    this.cache = new TraceCache(cacheBytes);
    this.linePasses = new LinePasses(this.queue, this.pool, this.#long);
  }

  /**
   * One run: `prepare` reads the log while the run has no slot yet, or finds it too long for the trace lane. Emits a
   * whole trace with exactly one end, or throws a refusal before its start. Given up by `signal` or by a newer run of
   * the session, it ends `cancelled`.
   */
  async run(
    ticket: Ticket,
    prepare: () => Promise<RunRequest | LongRequest>,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const place = this.queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    try {
      const request = await saying("reading", emit, abortable(prepare(), givenUp));
      const foldTrace = this.#traceLane(ticket, givenUp);
      const verdict =
        "records" in request
          ? await foldTrace(request, emit)
          : await this.#long.run(request, ticket.session, foldTrace, emit, givenUp);
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
    ticket: Ticket,
    place: { runId: string; partition: number; offset: number },
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#long.window(place, ticket.session, this.#traceLane(ticket, signal), emit);
  }

  /** The processes at work or ready for it, those of a long fold included. */
  get pids(): number[] {
    return [...this.pool.pids, ...this.#long.pids];
  }

  /** Folds in the trace lane: a run that was made before is answered at once, any other waits for a slot. */
  #traceLane(ticket: Ticket, signal: AbortSignal): FoldTrace {
    return async (request, emit) => {
      const hash = traceHash(request);
      const before = this.cache.find(request, hash);
      if (before) {
        for (const message of before) emit(message);
        const end = before.at(-1);
        return end?.kind === "end" ? end.verdict : "engine-fault";
      }
      const collecting = this.cache.collect(hash);
      const both = (message: TraceMessage) => {
        collecting.take(message);
        emit(message);
      };
      return this.#inSlot(ticket, signal, emit, () => this.#fold(request, both, signal));
    };
  }

  /**
   * Many folds of one source in one slot. `work` gets a function that folds a batch and answers one whole trace for
   * each request; when the process had to be stopped, the trace that was running ends so and the rest is missing.
   * A batch that is `kept` is finished even where the work is given up. Throws `busy` and `GivenUp`.
   */
  async folds<T>(
    ticket: Ticket,
    work: (fold: (many: ManyFolds, kept: boolean) => Promise<TraceMessage[][]>) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const place = this.queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    let worst: Verdict = "ok";
    try {
      const leave = await this.queue.slot(ticket, givenUp);
      try {
        return await work(async (many, kept) => {
          const traces = await this.#foldMany(many, kept ? never : givenUp);
          for (const trace of traces) {
            const end = trace.at(-1);
            if (end?.kind === "end" && limitVerdicts.has(end.verdict)) worst = end.verdict;
          }
          return traces;
        });
      } finally {
        leave(limitVerdicts.has(worst));
      }
    } catch (error) {
      throw givenUp.aborted ? new GivenUp() : error;
    } finally {
      place.leave();
    }
  }

  async #inSlot(
    ticket: Ticket,
    signal: AbortSignal,
    emit: (message: TraceMessage) => void,
    work: () => Promise<Verdict>,
  ): Promise<Verdict> {
    const leave = await saying("queued", emit, this.queue.slot(ticket, signal));
    let verdict: Verdict = "engine-fault";
    try {
      verdict = await work();
      return verdict;
    } finally {
      leave(limitVerdicts.has(verdict));
    }
  }

  async #fold(
    request: RunRequest,
    emit: (message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const [trace] = await this.#attempt(split([request]), [request], [emit], signal);
    return trace?.ended?.verdict ?? "engine-fault";
  }

  async #foldMany({ shared, requests }: ManyFolds, signal: AbortSignal): Promise<TraceMessage[][]> {
    const collected: TraceMessage[][] = requests.map(() => []);
    const whole = requests.map((own) => ({ ...shared, ...own }));
    const emits = collected.map((messages) => (message: TraceMessage) => {
      messages.push(message);
    });
    await this.#attempt({ shared, requests }, whole, emits, signal);
    signal.throwIfAborted();
    return collected.filter((messages) => messages.at(-1)?.kind === "end");
  }

  /** Does a job, a second time if its process died of something that was no limit of the job's own. */
  async #attempt(
    job: SandboxJob,
    requests: RunRequest[],
    emits: ((message: TraceMessage) => void)[],
    signal: AbortSignal,
  ): Promise<TraceSoFar[]> {
    const traces = requests.map(
      (request, i) => new TraceSoFar(request, this.pool.engine, emits[i] ?? (() => {})),
    );
    let outcome = await this.#once(job, traces, signal);
    if (outcome.kind === "died") {
      for (const trace of traces) trace.again();
      outcome = await this.#once(job, traces, signal);
    }
    const running = traces.find((trace) => trace.ended === null);
    if (outcome.kind === "cancelled") running?.end("cancelled", givenUpSentence);
    if (outcome.kind === "limit") running?.end(hardTimeLimit.verdict, hardTimeLimit.message);
    // A process that calls itself done and has sent no end is in other hands than ours.
    const silent = outcome.kind === "done" && outcome.healthy;
    if (outcome.kind === "died" || silent) running?.end("engine-fault", engineFault().message);
    if (outcome.kind === "too-much-output") {
      const megabytes = Math.floor(this.limits.outputCharacters / 2 ** 20);
      running?.end(
        "memory-limit",
        `The steps of this fold take more than ${megabytes} MB together. Does the state grow with every record?`,
      );
    }
    return traces;
  }

  async #once(job: SandboxJob, traces: TraceSoFar[], signal: AbortSignal): Promise<Outcome> {
    const process = await this.pool.take();
    if (!process) return { kind: "died" };
    try {
      if (signal.aborted) return { kind: "cancelled" };
      return await process.run(
        job,
        (said) => said.kind === "message" && (traces[said.request]?.take(said.message) ?? false),
        signal,
      );
    } finally {
      this.pool.giveBack(process);
    }
  }

  #count(verdict: Verdict): void {
    this.ended.set(verdict, (this.ended.get(verdict) ?? 0) + 1);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.#long.close()]);
  }
}

export const givenUpSentence = "This run was given up: it was stopped, or a newer one took its place.";
const never = new AbortController().signal;

const cancelledEnd: TraceMessage = {
  kind: "end",
  verdict: "cancelled",
  message: givenUpSentence,
  at: null,
  state: null,
  steps: 0,
  skipped: 0,
};

function split([request]: [RunRequest]): SandboxJob {
  const { source, entry, scope, seed, twice, ...own } = request;
  return { shared: { source, entry, scope, seed, twice }, requests: [own] };
}
