import type { WrittenStates } from "../sandbox/written-states.ts";

/** A moment of a lane at which states were written. */
export interface LaneFrame {
  /** Records of the log before it, and how many of them were folded: the others were skipped. */
  place: number;
  folded: number;
}

const firstSpacing = 500;

/**
 * The keyframes of a lane in memory. A frame holds the states that changed since the one before, so the state of a key
 * at a frame is the last one written up to it. Past the bound every second frame is dropped.
 */
export class LaneKeyframes {
  readonly frames: LaneFrame[] = [];
  /** Records from one frame to the next at the least. Doubles with each thinning. */
  spacing = firstSpacing;
  readonly #most: number;
  #characters = 0;
  /** By number, in the order in which they were first written. */
  readonly #names: [view: string, key: string][] = [];
  readonly #numbers = new Map<string, number>();
  readonly #versions: { frames: number[]; texts: string[] }[] = [];

  /** `characters` is what all kept states may take together. */
  constructor(characters: number) {
    this.#most = characters;
  }

  /** Throws where a state was never named. */
  add(frame: LaneFrame, states: WrittenStates[]): void {
    const number = this.frames.push(frame) - 1;
    for (const { names, numbers, lengths, texts } of states) {
      for (const name of names) {
        this.#numbers.set(name.join("\0"), this.#names.push(name) - 1);
        this.#versions.push({ frames: [], texts: [] });
      }
      let at = 0;
      for (const [i, state] of numbers.entries()) {
        const versions = this.#versions[state];
        if (!versions) throw new Error(`A state ${state} was written that has no name.`);
        const length = lengths[i] as number;
        versions.frames.push(number);
        versions.texts.push(texts.slice(at, at + length));
        at += length;
        this.#characters += length;
      }
    }
    while (this.#characters > this.#most && this.frames.length > 2) this.#thin();
  }

  /** The last frame before the record at `place` was folded; -1 is the beginning. */
  frameBefore(place: number): number {
    return firstAbove(this.frames.length, (i) => (this.frames[i] as LaneFrame).place > place) - 1;
  }

  /** The JSON of a state as it was at a frame; null where it had not begun. */
  stateAt(frame: number, view: string, key: string): string | null {
    const versions = this.#versions[this.#numbers.get(`${view}\0${key}`) ?? -1];
    if (!versions) return null;
    const after = firstAbove(versions.frames.length, (i) => (versions.frames[i] as number) > frame);
    return versions.texts[after - 1] ?? null;
  }

  /** Views and keys that have a state, in the order in which they were first written. */
  names(): readonly [view: string, key: string][] {
    return this.#names;
  }

  /** The last frame stays; a state of a lost frame belongs to the one after it. */
  #thin(): void {
    const last = this.frames.length - 1;
    const kept = this.frames.filter((_, i) => i === last || i % 2 === 1);
    const newNumber = (frame: number) => (frame === last ? kept.length - 1 : frame >> 1);
    this.frames.splice(0, this.frames.length, ...kept);
    this.#characters = 0;
    for (const versions of this.#versions) {
      const [frames, texts]: [number[], string[]] = [[], []];
      for (const [i, old] of versions.frames.entries()) {
        const frame = newNumber(old);
        if (frames.at(-1) === frame) {
          frames.pop();
          texts.pop();
        }
        frames.push(frame);
        texts.push(versions.texts[i] as string);
      }
      versions.frames = frames;
      versions.texts = texts;
      for (const text of texts) this.#characters += text.length;
    }
    this.spacing *= 2;
  }
}

/** The first index below `count` at which `isAbove` holds, `count` where there is none; it holds from there on. */
function firstAbove(count: number, isAbove: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
