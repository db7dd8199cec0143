import { Refusal } from "../errors.ts";
import { HeldBytes } from "./held-bytes.ts";
import { unreadLimits } from "./limits.ts";

/** Seconds after which unread answers have probably been read or cut off. */
const retryAfter = 10;

/** The memory that unread answers hold, by network address and in all. */
export class UnreadMemoryBudget {
  readonly #limits: { reservedBytes: number; bytesPerAddress: number; bytesInAll: number };
  readonly #all: HeldBytes;
  readonly #addresses = new Map<string, { ledger: HeldBytes; accounts: number }>();

  constructor(limits = unreadLimits as UnreadMemoryBudget["limits"]) {
    this.#limits = limits;
    this.#all = new HeldBytes(limits.bytesInAll);
  }

  get limits() {
    return this.#limits;
  }

  /** What is held now, without what is reserved; for /metrics. */
  get bytes(): number {
    return this.#all.bytes;
  }

  /** The account of one connection. Throws `answers-unread` where the address holds too much already. */
  open(address: string): UnreadAccount {
    const { reservedBytes, bytesPerAddress } = this.#limits;
    const known = this.#addresses.get(address) ?? { ledger: new HeldBytes(bytesPerAddress), accounts: 0 };
    if (!known.ledger.fits(reservedBytes)) throw refusalOfUnread();
    this.#addresses.set(address, known);
    known.accounts++;
    known.ledger.add(reservedBytes);
    return new UnreadAccount(reservedBytes, [known.ledger, this.#all], () => {
      known.ledger.add(-reservedBytes);
      if (--known.accounts === 0) this.#addresses.delete(address);
    });
  }
}

/** What the answers of one connection hold. */
export class UnreadAccount {
  readonly #reserved: number;
  readonly #ledgers: HeldBytes[];
  readonly #onClose: () => void;
  readonly #shared: Buffer[] = [];
  #held = 0;
  #closed = false;

  constructor(reserved: number, ledgers: HeldBytes[], onClose: () => void) {
    this.#reserved = reserved;
    this.#ledgers = ledgers;
    this.#onClose = onClose;
  }

  /** Takes memory for bytes that wait to be read; false if this address, or all together, hold too much. */
  take(bytes: number): boolean {
    const more = this.#pastReserve(this.#held + bytes) - this.#pastReserve(this.#held);
    if (this.#closed || (more > 0 && !this.#ledgers.every((ledger) => ledger.fits(more)))) return false;
    this.#change(bytes);
    return true;
  }

  /** Gives back memory that was taken, once its bytes are read. */
  give(bytes: number): void {
    if (!this.#closed) this.#change(-bytes);
  }

  /** The same for bytes that others read, too. */
  share(bytes: Buffer): boolean {
    if (this.#closed || !this.#ledgers.every((ledger) => ledger.fits(ledger.costOf(bytes)))) return false;
    for (const ledger of this.#ledgers) ledger.share(bytes);
    this.#shared.push(bytes);
    return true;
  }

  unshare(bytes: Buffer): void {
    const place = this.#shared.indexOf(bytes);
    if (place < 0) return;
    this.#shared.splice(place, 1);
    for (const ledger of this.#ledgers) ledger.unshare(bytes);
  }

  /** Gives everything back. */
  close(): void {
    if (this.#closed) return;
    this.#change(-this.#held);
    for (const bytes of [...this.#shared]) this.unshare(bytes);
    this.#closed = true;
    this.#onClose();
  }

  #change(bytes: number): void {
    const before = this.#pastReserve(this.#held);
    this.#held += bytes;
    for (const ledger of this.#ledgers) ledger.add(this.#pastReserve(this.#held) - before);
  }

  #pastReserve(bytes: number): number {
    return Math.max(0, bytes - this.#reserved);
  }
}

export function refusalOfUnread(): Refusal {
  return new Refusal("answers-unread", null, { retryAfter });
}
