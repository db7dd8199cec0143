import type { LabEvent, LabFact, LabFold } from "../../engine/labs/lab-event.ts";
import { evolveScreen, initialScreen, type LabScreen } from "../../engine/labs/lab-screen.ts";
import type { LabMessage } from "../../engine/protocol/lab-types.ts";
import { labLimits } from "./limits.ts";

/** When the history is too long, this part of it is folded at once. */
const foldedPart = 1 / 4;

interface KeptEvent extends LabEvent {
  /** Of its JSON. */
  bytes: number;
}

/**
 * What happened in one learner's lab. The newest events are kept; those before them are folded into one screen, so that
 * whoever reads later sees the same screen.
 */
export class LabHistory {
  readonly #fold: LabFold;
  readonly #most: number;
  readonly #listeners = new Set<(event: LabEvent) => void>();
  /** The screen before the first event that is kept. */
  #keyframe: { index: number; screen: LabScreen };
  #events: KeptEvent[] = [];
  #bytes = 0;

  constructor(fold: LabFold, events: number) {
    this.#fold = fold;
    this.#most = events;
    this.#keyframe = { index: 0, screen: initialScreen(fold) };
  }

  /** The index of the next event. */
  get next(): number {
    return this.#keyframe.index + this.#events.length;
  }

  /** Throws a RangeError for an event that is too large. */
  append(fact: LabFact): void {
    // As it arrives at a page: an undefined member, for instance, is gone.
    const text = JSON.stringify(fact);
    const bytes = Buffer.byteLength(text);
    if (bytes > labLimits.eventBytes) {
      throw new RangeError(`An event ${fact.type} has ${bytes} bytes; ${labLimits.eventBytes} are allowed.`);
    }
    const event = { index: this.next, at: Date.now(), event: JSON.parse(text) as LabFact };
    this.#events.push({ ...event, bytes });
    this.#bytes += bytes;
    if (this.#events.length > this.#most || this.#bytes > labLimits.historyBytes) this.#foldOldest();
    for (const hear of [...this.#listeners]) hear(event);
  }

  /** The events from an index on, behind the screen before them where they are not all kept, or are read from 0. */
  read(from = 0): LabMessage[] {
    const { index, screen } = this.#keyframe;
    const kept = this.#events.filter((event) => event.index >= from).map(messageOf);
    return from > 0 && from >= index ? kept : [{ kind: "lab-screen", index, screen }, ...kept];
  }

  /** Hands on everything that happens from now on. Returns what ends it. */
  listen(hear: ((event: LabEvent) => void) | undefined): () => void {
    if (!hear) return () => {};
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  /** Forgets what happened before a reset. Indexes go on, and so does the status of the session. */
  reset(): void {
    const { status } = this.screen();
    this.#keyframe = { index: this.next, screen: { ...initialScreen(this.#fold), status } };
    this.#events = [];
    this.#bytes = 0;
    this.append({ type: "LabReset", data: {} });
  }

  /** What a page shows at this moment. */
  screen(): LabScreen {
    return this.#foldedOver(this.#events);
  }

  #foldOldest(): void {
    const oldest = this.#events.splice(0, Math.ceil(this.#events.length * foldedPart));
    this.#keyframe = { index: this.#keyframe.index + oldest.length, screen: this.#foldedOver(oldest) };
    for (const { bytes } of oldest) this.#bytes -= bytes;
  }

  #foldedOver(events: LabEvent[]): LabScreen {
    return events.reduce((screen, event) => evolveScreen(this.#fold, screen, event), this.#keyframe.screen);
  }
}

function messageOf({ bytes, ...event }: KeptEvent): LabMessage {
  return { kind: "lab-event", ...event };
}
