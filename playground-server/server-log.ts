import { closeSync, existsSync, openSync, renameSync, writeSync } from "node:fs";

/** What the server's log may grow to, in bytes, before it begins anew. The part before it is kept: twice that in all. */
export const logBytes = 16 * 1024 * 1024;

/** The server's own log: JSON lines in a file that never fills the disk. */
export class ServerLog {
  readonly #file: string;
  readonly #most: number;
  /** Null while the file is not open. A number that was closed may be somebody else's by now. */
  #descriptor: number | null = null;
  #bytes = 0;
  #closed = false;

  constructor(file: string, most = logBytes) {
    this.#file = file;
    this.#most = most;
    this.#begin();
  }

  /** Takes one line, as pino writes it. A line that the disk has no room for is lost: the server lives on. */
  write(line: string): void {
    if (this.#closed) return;
    const bytes = Buffer.from(line);
    try {
      if (this.#descriptor === null || this.#bytes + bytes.length > this.#most) this.#begin();
      if (this.#descriptor !== null) this.#bytes += writeSync(this.#descriptor, bytes);
    } catch {}
  }

  close(): void {
    this.#closed = true;
    this.#end();
  }

  #begin(): void {
    this.#end();
    if (existsSync(this.#file)) renameSync(this.#file, `${this.#file}.before`);
    this.#descriptor = openSync(this.#file, "w");
    this.#bytes = 0;
  }

  #end(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor !== null) closeSync(descriptor);
  }
}
