import type { LogRecord } from "../../../../engine/fold/event.ts";
import type { TapeLog } from "./long-log-on-tape.ts";

const recordsAtOnce = 100;
/** Parts that are kept: those that were looked at last. */
const keptParts = 80;
/** Records of each part of the tape that the overview looks at. */
const sampled = 4;

/** Records of a long log by their place, those in sight and around them. What is not at hand is read when it is asked for. */
export class RecordCache {
  readonly log: TapeLog;
  /** By part. A record may be missing from the log: compaction leaves gaps. */
  readonly #parts = new Map<number, (LogRecord | null)[]>();
  readonly #reading = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #samples: LogRecord[][] | null = null;
  #frame = 0;

  constructor(log: TapeLog) {
    this.log = log;
  }

  /** Undefined while it is being read, null where the log has none at this place. */
  at(place: number): LogRecord | null | undefined {
    return this.#parts.get(Math.floor(place / recordsAtOnce))?.[place % recordsAtOnce];
  }

  want(from: number, to: number): void {
    const last = Math.floor(Math.max(from, to - 1) / recordsAtOnce);
    for (let part = Math.floor(from / recordsAtOnce); part <= last; part++) void this.#read(part);
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A few records of each of `parts` equal parts of the log, more of them as they are read. */
  samples(parts: number): LogRecord[][] {
    if (this.#samples) return this.#samples;
    const samples: LogRecord[][] = Array.from({ length: parts }, () => []);
    this.#samples = samples;
    if (this.log.near) void this.#sample(samples);
    return samples;
  }

  async #sample(samples: LogRecord[][]): Promise<void> {
    for (let part = 0; part < samples.length; part++) {
      const from = Math.floor((part * this.log.count) / samples.length);
      try {
        samples[part] = await this.log.read(from, Math.min(from + sampled, this.log.count));
      } catch {
        return;
      }
      this.#tell();
    }
  }

  async #read(part: number): Promise<void> {
    const known = this.#parts.get(part);
    if (known) {
      // Looked at last: it goes last.
      this.#parts.delete(part);
      this.#parts.set(part, known);
      return;
    }
    if (this.#reading.has(part)) return;
    this.#reading.add(part);
    const from = part * recordsAtOnce;
    const to = Math.min(from + recordsAtOnce, this.log.count);
    try {
      const records: (LogRecord | null)[] = new Array(Math.max(0, to - from)).fill(null);
      for (const record of await this.log.read(from, to)) {
        const place = this.log.placeOf(record.position);
        if (place !== null) records[place - from] = record;
      }
      this.#parts.set(part, records);
      const oldest = this.#parts.keys().next().value;
      if (this.#parts.size > keptParts && oldest !== undefined) this.#parts.delete(oldest);
    } catch {
      // Read again when it is wanted again.
    } finally {
      this.#reading.delete(part);
      this.#tell();
    }
  }

  /** Once a frame, however much comes in. */
  #tell(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
