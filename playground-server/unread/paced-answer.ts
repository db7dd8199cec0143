import { Readable } from "node:stream";
import type { UnreadAccount } from "./memory-budget.ts";

/** An answer is handed on in pieces of at most this many bytes, the next one when the one before has gone. */
const pieceBytes = 64 * 1024;

/** The body of an HTTP answer that goes out as fast as its reader reads. What waits is charged to an account. */
export class PacedAnswer extends Readable {
  readonly #account: UnreadAccount;
  #waiting: { bytes: Buffer; shared: boolean }[] = [];
  /** How far the first of them has gone out. */
  #at = 0;
  #piece = 0;
  #wanted = false;
  #finished = false;

  constructor(account: UnreadAccount) {
    super({ highWaterMark: pieceBytes });
    this.#account = account;
  }

  /** Adds bytes; false where too much is unread. */
  add(bytes: Buffer): boolean {
    return this.#account.take(bytes.length) && this.#wait({ bytes, shared: false });
  }

  /** Adds bytes that other answers hold, too. */
  addShared(bytes: Buffer): boolean {
    return this.#account.share(bytes) ? this.#wait({ bytes, shared: true }) : this.add(bytes);
  }

  /** Ends the answer after all that waits. `words` are few, so they need no room in the budget. */
  finish(words = ""): void {
    if (words !== "") this.#waiting.push({ bytes: Buffer.from(words), shared: true });
    this.#finished = true;
    if (this.#wanted) this._read();
  }

  override _read(): void {
    this.#wanted = false;
    this.#account.give(this.#piece);
    this.#piece = 0;
    const first = this.#waiting[0];
    if (first) {
      const { bytes, shared } = first;
      const piece = bytes.subarray(this.#at, this.#at + pieceBytes);
      this.#at += piece.length;
      if (this.#at === bytes.length) {
        this.#waiting.shift();
        this.#at = 0;
      }
      if (!shared) this.#piece = piece.length;
      this.push(piece);
    } else if (this.#finished) this.push(null);
    else this.#wanted = true;
  }

  #wait(bytes: { bytes: Buffer; shared: boolean }): true {
    this.#waiting.push(bytes);
    if (this.#wanted) this._read();
    return true;
  }
}
