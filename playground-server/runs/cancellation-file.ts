import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * How the server tells a sandbox process, in the middle of a fold, that its job was cancelled. Such a process is busy in
 * one synchronous call and receives no signal and no message, but it can read a file: one of eight bytes without a name,
 * which hold the number of the newest cancelled job. The process has it open for reading only.
 */
const numberBytes = 8;

/** The descriptor under which the process finds the file. */
const givenUpDescriptor = 3;

/** The server's end. */
export class CancellationFile {
  /** For the process; null if no file could be created. Then a cancelled job ends with its process. */
  readonly readEnd: number | null = null;
  readonly #writeEnd: number | null = null;

  constructor() {
    try {
      const folder = mkdtempSync(join(tmpdir(), "offset-zero-"));
      try {
        const path = join(folder, "given-up-job");
        this.#writeEnd = openSync(path, "w");
        // Written now, so that a disk that fills up later does not matter.
        this.write(0);
        this.readEnd = openSync(path, "r");
      } finally {
        rmSync(folder, { recursive: true });
      }
    } catch {
      // Without a file a cancelled job is killed with its process.
    }
  }

  /** Says that the job of this number was cancelled. */
  write(job: number): void {
    if (this.#writeEnd === null) return;
    const bytes = Buffer.alloc(numberBytes);
    bytes.writeDoubleLE(job);
    writeSync(this.#writeEnd, bytes, 0, numberBytes, 0);
  }

  /** To be called once the process has its own descriptor. */
  closeReadEnd(): void {
    if (this.readEnd !== null) closeSync(this.readEnd);
  }

  close(): void {
    if (this.#writeEnd !== null) closeSync(this.#writeEnd);
  }
}

/** How often the process reads the file at most, in ms: a read costs two microseconds, and ticks come far more often. */
const readInterval = 1;

/** The process's end. */
export class CancellationFileReader {
  readonly #bytes = Buffer.alloc(numberBytes);
  #givenUp = 0;
  #nextRead = 0;

  /** Whether the job of this number, or a later one, was cancelled. */
  has(job: number): boolean {
    const now = performance.now();
    if (now >= this.#nextRead) {
      this.#nextRead = now + readInterval;
      const read = readSync(givenUpDescriptor, this.#bytes, 0, numberBytes, 0);
      if (read === numberBytes) this.#givenUp = this.#bytes.readDoubleLE();
    }
    return this.#givenUp >= job;
  }
}
