/** Bytes that are held, up to a limit. Bytes that several readers share count once. */
export class HeldBytes {
  bytes = 0;
  readonly #most: number;
  /** How many readers each shared buffer has. */
  readonly #readers = new Map<Buffer, number>();

  constructor(most: number) {
    this.#most = most;
  }

  fits(bytes: number): boolean {
    return this.bytes + bytes <= this.#most;
  }

  /** What one more reader of a shared buffer would add. */
  costOf(shared: Buffer): number {
    return this.#readers.has(shared) ? 0 : shared.length;
  }

  /** Negative where bytes are given back. */
  add(bytes: number): void {
    this.bytes += bytes;
  }

  share(shared: Buffer): void {
    this.bytes += this.costOf(shared);
    this.#readers.set(shared, (this.#readers.get(shared) ?? 0) + 1);
  }

  unshare(shared: Buffer): void {
    const left = (this.#readers.get(shared) ?? 1) - 1;
    if (left > 0) this.#readers.set(shared, left);
    else if (this.#readers.delete(shared)) this.bytes -= shared.length;
  }
}
