/** Frame, place in the file, bytes. */
const numbersPerVersion = 3;

/** A version of a state as it lies in the file. */
export interface StateVersion {
  at: number;
  bytes: number;
}

/**
 * Where the versions of states lie in a file, and since which frame each holds. Flat lists of numbers, since a long
 * fold has a million versions. States are known by the number that `addState` gives.
 */
export class StateVersionIndex {
  readonly #states: number[][] = [];
  count = 0;

  addState(): number {
    return this.#states.push([]) - 1;
  }

  has(state: number): boolean {
    return this.#states[state] !== undefined;
  }

  /** Versions of a state come in the order of their frames. */
  add(state: number, frame: number, { at, bytes }: StateVersion): void {
    this.#states[state]?.push(frame, at, bytes);
    this.count++;
  }

  /** The last version up to a frame; null where there is none. */
  find(state: number, frame: number): StateVersion | null {
    const versions = this.#states[state] ?? [];
    let low = 0;
    let high = versions.length / numbersPerVersion;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((versions[middle * numbersPerVersion] as number) <= frame) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : versionAt(versions, (low - 1) * numbersPerVersion);
  }

  /** Gives frames new numbers. Of versions that come to one frame by that, only the last stays. */
  renumber(newNumber: (frame: number) => number): void {
    this.count = 0;
    for (const versions of this.#states) {
      let end = 0;
      for (let from = 0; from < versions.length; from += numbersPerVersion) {
        const frame = newNumber(versions[from] as number);
        if (end > 0 && versions[end - numbersPerVersion] === frame) end -= numbersPerVersion;
        versions[end++] = frame;
        versions[end++] = versions[from + 1] as number;
        versions[end++] = versions[from + 2] as number;
      }
      versions.length = end;
      this.count += end / numbersPerVersion;
    }
  }

  /** All versions in the order of the file. `move` says where the one that was given last lies from now on. */
  *inFileOrder(): Generator<StateVersion & { move(at: number): void }, void> {
    const states = new Uint32Array(this.count);
    const slots = new Uint32Array(this.count);
    const places = new Float64Array(this.count);
    let filled = 0;
    for (const [state, versions] of this.#states.entries()) {
      for (let slot = 0; slot < versions.length; slot += numbersPerVersion) {
        states[filled] = state;
        slots[filled] = slot;
        places[filled++] = versions[slot + 1] as number;
      }
    }
    const order = Uint32Array.from(places, (_, i) => i);
    order.sort((a, b) => (places[a] as number) - (places[b] as number));
    for (const i of order) {
      const versions = this.#states[states[i] as number] as number[];
      const slot = slots[i] as number;
      const move = (at: number) => {
        versions[slot + 1] = at;
      };
      yield { ...versionAt(versions, slot), move };
    }
  }
}

function versionAt(versions: number[], slot: number): StateVersion {
  return { at: versions[slot + 1] as number, bytes: versions[slot + 2] as number };
}
