import type { Progress } from "../../engine/fold/trace.ts";
import { linesEnd } from "../../engine/line-coverage/end-message.ts";
import type {
  LineCoverage,
  LinesEnd,
  LinesMessage,
} from "../../engine/line-coverage/line-coverage-messages.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { QueueTicket, SlotQueue } from "./fair-slot-queue.ts";
import type { LongRequest, LongRuns, WindowPlace } from "./fold-lane/long-log-runs.ts";
import type { SlotOutcome } from "./last-run-per-account.ts";
import type { SandboxPool } from "./sandbox-pool.ts";
import type { OutputMessage } from "./sandbox-process.ts";
import { SandboxSlot } from "./sandbox-slot.ts";
import { rejectOnAbort, reportPlace, reportWait } from "./wait-progress.ts";

/** Takes the lines of steps, their end, and what they wait for. */
export type EmitLines = (message: LinesMessage | Progress) => void;

/** Passes for lines: each takes a slot and a sandbox process as a run does, and ends at hard limits. */
export class LineCoveragePasses {
  readonly #queue: SlotQueue;
  readonly #pool: SandboxPool;
  readonly #long: LongRuns;

  constructor(queue: SlotQueue, pool: SandboxPool, long: LongRuns) {
    this.#queue = queue;
    this.#pool = pool;
    this.#long = long;
  }

  /**
   * The lines of a run's steps. Emits exactly one end, or throws a refusal before the first line. Given up by `signal` or
   * by a newer pass of the session, it ends so.
   */
  async lines(
    ticket: QueueTicket,
    prepare: () => Promise<RunRequest | LongRequest>,
    emit: EmitLines,
    signal: AbortSignal,
  ): Promise<void> {
    const place = this.#queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    try {
      const request = await reportWait("reading", emit, rejectOnAbort(prepare(), givenUp));
      if (!("records" in request)) throw new Refusal("slice-too-long", refusalDetail("lines-of-one-window"));
      await this.#inSlot(ticket, request, emit, givenUp);
    } catch (error) {
      if (!givenUp.aborted) throw error;
      emit(linesEnd("cancelled"));
    } finally {
      place.leave();
    }
  }

  /** The lines of the steps around a position of a kept long fold. Throws `run-unknown`, `slice-invalid`. */
  async window(ticket: QueueTicket, place: WindowPlace, emit: EmitLines, signal: AbortSignal): Promise<void> {
    const { request } = await this.#long.windowOf(place, ticket.session);
    await this.#inSlot(ticket, request, emit, signal);
  }

  async #inSlot(
    ticket: QueueTicket,
    request: RunRequest,
    emit: EmitLines,
    signal: AbortSignal,
  ): Promise<void> {
    const taken = SandboxSlot.take(this.#queue, this.#pool, ticket, signal, reportPlace(emit));
    const slot = await reportWait("queued", emit, taken);
    let end = linesEnd("engine-fault");
    try {
      end = await this.#follow(slot, request, emit, signal);
    } finally {
      void slot.leave(howItEnded(end));
    }
    emit(end);
  }

  /** Passes lines on as they come; a second time, from where it broke off, if the process died of something else than a limit. */
  async #follow(
    slot: SandboxSlot,
    request: RunRequest,
    emit: EmitLines,
    signal: AbortSignal,
  ): Promise<LinesEnd> {
    const told = new LinesSoFar(emit);
    const once = () => slot.run({ lines: request }, (said) => told.take(said), signal);
    let outcome = await once();
    if (outcome.kind === "died" && !told.end) {
      told.again();
      outcome = await once();
    }
    if (told.end) return told.end;
    if (outcome.kind === "cancelled") return linesEnd("cancelled");
    const limited = outcome.kind === "limit" || outcome.kind === "too-much-output";
    return linesEnd(limited ? "limit" : "engine-fault");
  }
}

function howItEnded({ missing }: LinesEnd): SlotOutcome {
  if (missing === "limit") return "limit";
  return missing === "cancelled" ? "given-up" : "well";
}

/** What has arrived of a pass. */
class LinesSoFar {
  end: LinesEnd | null = null;
  readonly #emit: (lines: LineCoverage) => void;
  #arrived = 0;
  #passed = 0;

  constructor(emit: (lines: LineCoverage) => void) {
    this.#emit = emit;
  }

  /** Goes on to the learner, once. False for what cannot come now: the process is in other hands. */
  take(said: OutputMessage): boolean {
    if (said.kind !== "lit" || this.end) return false;
    const { message } = said;
    if (message.kind === "end") this.end = message;
    else {
      if (message.index !== this.#arrived - 1) return false;
      if (++this.#arrived <= this.#passed) return true;
      this.#passed++;
      this.#emit(message);
    }
    return true;
  }

  /** From here on a second attempt sends everything again. */
  again(): void {
    this.#arrived = 0;
  }
}
