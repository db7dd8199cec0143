import { type FileHandle, open, rm } from "node:fs/promises";

/** A moment of a lane at which states were written. */
export interface Frame {
  /** The next offset of each of the lane's partitions, in the lane's order. */
  next: number[];
  /** Records folded before it, without those that were skipped. */
  folded: number;
}

/** What a lane's keyframes may take. Past it every second one is given up. */
export interface KeyframeBounds {
  bytes: number;
  /** States in the index. */
  states: number;
}

/** States of a frame, each known by its number; `names` are those of the new ones, numbered on from the last named. */
export interface States {
  names: [view: string, key: string][];
  numbers: number[];
  /** The length of each state's JSON in `texts`. */
  bytes: number[];
  texts: Buffer;
}

/** Where a state lies in the file, and since which frame it holds. */
interface Written {
  frame: number;
  at: number;
  bytes: number;
}

const firstSpacing = 500;
const copiedAtOnce = 4 * 1024 * 1024;

/**
 * The keyframes of a lane: states in a file, their index in memory. A frame holds the states that changed since the one
 * before, so the state of a key at a frame is the last one written up to it. One call at a time.
 */
export class Keyframes {
  readonly frames: Frame[] = [];
  /** Records from one frame to the next at the least. Doubles with each thinning. */
  spacing = firstSpacing;
  readonly #path: string;
  readonly #bounds: KeyframeBounds;
  #file: FileHandle;
  #generation = 0;
  #bytes = 0;
  #count = 0;
  /** By number, in the order in which they were first written. */
  readonly #names: [view: string, key: string][] = [];
  readonly #states: Written[][] = [];
  readonly #numbers = new Map<string, number>();

  private constructor(path: string, file: FileHandle, bounds: KeyframeBounds) {
    this.#path = path;
    this.#file = file;
    this.#bounds = bounds;
  }

  static async open(path: string, bounds: KeyframeBounds): Promise<Keyframes> {
    return new Keyframes(path, await open(`${path}.0`, "w+"), bounds);
  }

  /** Throws where a state was never named. */
  async add(frame: Frame, states: States[]): Promise<void> {
    const number = this.frames.push(frame) - 1;
    const begin = this.#bytes;
    for (const { names, numbers, bytes } of states) {
      for (const name of names) this.#name(name);
      for (const [i, state] of numbers.entries()) {
        const written = this.#states[state];
        if (!written) throw new Error(`A state ${state} was written that has no name.`);
        const length = bytes[i] as number;
        written.push({ frame: number, at: this.#bytes, bytes: length });
        this.#bytes += length;
      }
      this.#count += numbers.length;
    }
    await this.#write(
      states.map(({ texts }) => texts),
      begin,
    );
    if (this.#bytes > this.#bounds.bytes || this.#count > this.#bounds.states) await this.#thin();
  }

  /** The last frame that this partition (by its place in the lane) has passed before `offset`; -1 is the beginning. */
  frameBefore(place: number, offset: number): number {
    let low = 0;
    let high = this.frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.frames[middle]?.next[place] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The JSON of a state as it was at a frame; null where it had not begun. */
  async stateAt(frame: number, view: string, key: string): Promise<string | null> {
    const number = this.#numbers.get(`${view}\0${key}`);
    const written = this.#states[number ?? -1]?.findLast((state) => state.frame <= frame);
    if (!written) return null;
    const buffer = Buffer.alloc(written.bytes);
    await this.#file.read(buffer, 0, written.bytes, written.at);
    return buffer.toString();
  }

  /** Views and keys that have a state, in the order in which they were first written. */
  *names(): Generator<{ view: string; key: string }> {
    for (const [view, key] of this.#names) yield { view, key };
  }

  /** Gives the file up. */
  async close(): Promise<void> {
    await this.#file.close();
    await rm(`${this.#path}.${this.#generation}`, { force: true });
  }

  #name(name: [view: string, key: string]): void {
    this.#numbers.set(name.join("\0"), this.#names.push(name) - 1);
    this.#states.push([]);
  }

  async #write(texts: Buffer[], begin: number): Promise<void> {
    let at = begin;
    for (const text of texts) {
      await this.#file.write(text, 0, text.length, at);
      at += text.length;
    }
  }

  /** Gives up every second frame, the last one never; a state of a lost frame belongs to the one after it. */
  async #thin(): Promise<void> {
    const last = this.frames.length - 1;
    const kept = this.frames.filter((_, i) => i === last || i % 2 === 1);
    const newNumber = (frame: number) => (frame === last ? kept.length - 1 : frame >> 1);
    const live: Written[] = [];
    for (const [number, states] of this.#states.entries()) {
      const byFrame = new Map(states.map((state) => [newNumber(state.frame), state]));
      const left = [...byFrame].map(([frame, { at, bytes }]) => ({ frame, at, bytes }));
      this.#states[number] = left;
      live.push(...left);
    }
    live.sort((a, b) => a.at - b.at || a.bytes - b.bytes);
    this.frames.splice(0, this.frames.length, ...kept);
    this.#count = live.length;
    this.spacing *= 2;
    await this.#copy(live);
  }

  /** Copies what is still wanted, in the order of the file, to a new file. */
  async #copy(live: Written[]): Promise<void> {
    const from = this.#file;
    const to = await open(`${this.#path}.${this.#generation + 1}`, "w+");
    let bytes = 0;
    for (let i = 0; i < live.length; ) {
      const begin = (live[i] as Written).at;
      let end = i;
      while (end < live.length && (end === i || endOf(live[end]) - begin <= copiedAtOnce)) end++;
      const read = Buffer.alloc(endOf(live[end - 1]) - begin);
      await from.read(read, 0, read.length, begin);
      const wanted = live.slice(i, end).map((state) => read.subarray(state.at - begin, endOf(state) - begin));
      const written = Buffer.concat(wanted);
      await to.write(written, 0, written.length, bytes);
      for (const state of live.slice(i, end)) {
        state.at = bytes;
        bytes += state.bytes;
      }
      i = end;
    }
    await this.close();
    this.#generation++;
    this.#file = to;
    this.#bytes = bytes;
  }
}

function endOf(state: Written | undefined): number {
  return state ? state.at + state.bytes : 0;
}
