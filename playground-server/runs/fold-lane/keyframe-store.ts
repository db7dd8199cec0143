import { type FileHandle, open, rm } from "node:fs/promises";
import { firstSpacing } from "./keyframe-spacing.ts";
import { StateVersionIndex } from "./state-version-index.ts";

/** A moment of a lane at which states were written. */
export interface Frame {
  /** The next offset of each of the lane's partitions, in the lane's order. */
  next: number[];
  /** Records folded before it, and those that were skipped. */
  folded: number;
  skipped: number;
}

/** What a lane's keyframes may take. Past it every second one is dropped. */
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

/** In bytes; longer than any state. */
const copiedAtOnce = 4 * 1024 * 1024;

/**
 * The keyframes of a lane: states in a file, their index in memory. A frame holds the states that changed since the one
 * before, so the state of a key at a frame is the last one written up to it. One call at a time.
 */
export class KeyframeStore {
  readonly frames: Frame[] = [];
  /** Records from one frame to the next at the least. Doubles with each thinning. */
  spacing = firstSpacing;
  readonly #path: string;
  readonly #bounds: KeyframeBounds;
  #file: FileHandle;
  #generation = 0;
  #bytes = 0;
  /** By number, in the order in which they were first written. */
  readonly #names: [view: string, key: string][] = [];
  readonly #versions = new StateVersionIndex();
  readonly #numbers = new Map<string, number>();

  private constructor(path: string, file: FileHandle, bounds: KeyframeBounds) {
    this.#path = path;
    this.#file = file;
    this.#bounds = bounds;
  }

  static async open(path: string, bounds: KeyframeBounds): Promise<KeyframeStore> {
    return new KeyframeStore(path, await open(`${path}.0`, "w+"), bounds);
  }

  /** Throws where a state was never named. */
  async add(frame: Frame, states: States[]): Promise<void> {
    const number = this.frames.push(frame) - 1;
    const begin = this.#bytes;
    for (const { names, numbers, bytes } of states) {
      for (const name of names) this.#name(name);
      for (const [i, state] of numbers.entries()) {
        if (!this.#versions.has(state)) throw new Error(`A state ${state} was written that has no name.`);
        const length = bytes[i] as number;
        this.#versions.add(state, number, { at: this.#bytes, bytes: length });
        this.#bytes += length;
      }
    }
    await this.#write(
      states.map(({ texts }) => texts),
      begin,
    );
    if (this.#bytes > this.#bounds.bytes || this.#versions.count > this.#bounds.states) await this.#thin();
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
    const written = number === undefined ? null : this.#versions.find(number, frame);
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
    this.#names.push(name);
    this.#numbers.set(name.join("\0"), this.#versions.addState());
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
    this.frames.splice(0, this.frames.length, ...kept);
    this.#versions.renumber(newNumber);
    this.spacing *= 2;
    await this.#copy();
  }

  /** Copies what is still wanted, in the order of the file, to a new file. */
  async #copy(): Promise<void> {
    const from = this.#file;
    const to = await open(`${this.#path}.${this.#generation + 1}`, "w+");
    const chunk = Buffer.alloc(copiedAtOnce);
    let begin = 0;
    let end = 0;
    let texts: Buffer[] = [];
    let waiting = 0;
    let bytes = 0;
    const write = async () => {
      await to.write(Buffer.concat(texts), 0, waiting, bytes);
      bytes += waiting;
      texts = [];
      waiting = 0;
    };
    for (const version of this.#versions.inFileOrder()) {
      if (version.at + version.bytes > end) {
        // Waiting ones are in the chunk that is filled again.
        await write();
        begin = version.at;
        end = begin + (await from.read(chunk, 0, chunk.length, begin)).bytesRead;
      }
      version.move(bytes + waiting);
      texts.push(chunk.subarray(version.at - begin, version.at - begin + version.bytes));
      waiting += version.bytes;
    }
    await write();
    await this.close();
    this.#generation++;
    this.#file = to;
    this.#bytes = bytes;
  }
}
