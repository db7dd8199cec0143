import type { WrittenStates } from "../../sandbox/written-states.ts";

/** A state as a snapshot holds it. */
export interface KeptState {
  view: string;
  key: string;
  json: string;
}

const utf8 = new TextEncoder();

/** The snapshot of a lane: the state of every key as it was written last. */
export class KeptStates {
  /** By the number that the lane gave the state. */
  readonly #states: KeptState[] = [];

  /** Takes in what a lane has written. Returns its UTF-8 bytes. */
  add(written: WrittenStates[]): number {
    let bytes = 0;
    for (const { names, numbers, lengths, texts } of written) {
      for (const [view, key] of names) this.#states.push({ view, key, json: "null" });
      let at = 0;
      for (const [i, number] of numbers.entries()) {
        const length = lengths[i] as number;
        const state = this.#states[number];
        if (!state) throw new Error(`A state ${number} was written that has no name.`);
        this.#states[number] = { ...state, json: texts.slice(at, at + length) };
        at += length;
      }
      bytes += utf8.encode(texts).length;
    }
    return bytes;
  }

  get bytes(): number {
    return this.#states.reduce((sum, { json }) => sum + utf8.encode(json).length, 0);
  }

  list(): KeptState[] {
    return [...this.#states];
  }
}
