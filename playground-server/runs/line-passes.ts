import type { Progress } from "../../engine/fold/trace.ts";
import type { LinesEnd, LinesMessage, LitLines } from "../../engine/lit-lines/messages.ts";
import { linesEnd } from "../../engine/lit-lines/sentences.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { Refusal } from "../errors.ts";
import type { LongRequest, LongRuns, WindowPlace } from "./fold-lane/long-runs.ts";
import type { SandboxPool } from "./pool.ts";
import type { Outcome, Said } from "./process.ts";
import type { RunQueue, Ticket } from "./queue.ts";
import { abortable, saying } from "./waiting.ts";

/** Takes the lines of steps, their end, and what they wait for. */
export type EmitLines = (message: LinesMessage | Progress) => void;

/** Passes for lines: each takes a slot and a sandbox process as a run does, and ends at hard limits. */
export class LinePasses {
  readonly #queue: RunQueue;
  readonly #pool: SandboxPool;
  readonly #long: LongRuns;

  constructor(queue: RunQueue, pool: SandboxPool, long: LongRuns) {
    this.#queue = queue;
    this.#pool = pool;
    this.#long = long;
  }

  /**
   * The lines of a run's steps. Emits exactly one end, or throws a refusal before the first line. Given up by `signal` or
   * by a newer pass of the session, it ends so.
   */
  async lines(
    ticket: Ticket,
    prepare: () => Promise<RunRequest | LongRequest>,
    emit: EmitLines,
    signal: AbortSignal,
  ): Promise<void> {
    const place = this.#queue.enter(ticket);
    const givenUp = AbortSignal.any([signal, place.signal]);
    try {
      const request = await saying("reading", emit, abortable(prepare(), givenUp));
      if (!("records" in request))
        throw new Refusal("slice-too-long", "Lines are lit window by window there.");
      await this.#inSlot(ticket, request, emit, givenUp);
    } catch (error) {
      if (!givenUp.aborted) throw error;
      emit(linesEnd("cancelled"));
    } finally {
      place.leave();
    }
  }

  /** The lines of the steps around a position of a kept long fold. Throws `run-unknown`, `slice-invalid`. */
  async window(ticket: Ticket, place: WindowPlace, emit: EmitLines, signal: AbortSignal): Promise<void> {
    const { request } = await this.#long.windowOf(place, ticket.session);
    await this.#inSlot(ticket, request, emit, signal);
  }

  async #inSlot(ticket: Ticket, request: RunRequest, emit: EmitLines, signal: AbortSignal): Promise<void> {
    const leave = await saying("queued", emit, this.#queue.slot(ticket, signal));
    let end = linesEnd("engine-fault");
    try {
      end = await this.#follow(request, emit, signal);
    } finally {
      leave(end.missing === "limit");
    }
    emit(end);
  }

  /** Passes lines on as they come; a second time, from where it broke off, if the process died of something else than a limit. */
  async #follow(request: RunRequest, emit: EmitLines, signal: AbortSignal): Promise<LinesEnd> {
    const told = new LinesSoFar(emit);
    let outcome = await this.#once(request, told, signal);
    if (outcome.kind === "died" && !told.end) {
      told.again();
      outcome = await this.#once(request, told, signal);
    }
    if (told.end) return told.end;
    if (outcome.kind === "cancelled") return linesEnd("cancelled");
    const limited = outcome.kind === "limit" || outcome.kind === "too-much-output";
    return linesEnd(limited ? "limit" : "engine-fault");
  }

  async #once(request: RunRequest, told: LinesSoFar, signal: AbortSignal): Promise<Outcome> {
    const process = await this.#pool.take();
    if (!process) return { kind: "died" };
    try {
      if (signal.aborted) return { kind: "cancelled" };
      return await process.run({ lines: request }, (said) => told.take(said), signal);
    } finally {
      this.#pool.giveBack(process);
    }
  }
}

/** What has arrived of a pass. */
class LinesSoFar {
  end: LinesEnd | null = null;
  readonly #emit: (lines: LitLines) => void;
  #arrived = 0;
  #passed = 0;

  constructor(emit: (lines: LitLines) => void) {
    this.#emit = emit;
  }

  /** Goes on to the learner, once. False for what cannot come now: the process is in other hands. */
  take(said: Said): boolean {
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
