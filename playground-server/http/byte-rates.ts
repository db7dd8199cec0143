import { Refusal, refusalDetail } from "../errors.ts";
import { TokenBucket } from "../socket/token-bucket.ts";
import { httpLimits } from "./limits.ts";

/** Beyond this many addresses, the longest idle ones are forgotten: they have all their bytes again. */
const keptAddresses = 1_000;

/** How many bytes each network address may send, over HTTP and WebSockets together. */
export class ByteRates {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #addresses = new Map<string, TokenBucket>();

  /** For a class of this many `sessions` behind one address. The longest request always fits. */
  constructor(sessions: number) {
    this.#burst = Math.max(httpLimits.bodyBytes, sessions * httpLimits.bytesAtOnce);
    this.#perSecond = sessions * httpLimits.bytesPerSecond;
  }

  /** Throws `rate-limited` if the address has recently sent too much. */
  take(address: string, bytes: number): void {
    const allowance = this.#addresses.get(address) ?? this.#begin(address);
    if (allowance.take(bytes)) return;
    const retryAfter = Math.ceil(allowance.secondsUntil(bytes));
    throw new Refusal("rate-limited", refusalDetail("too-many-bytes"), { retryAfter });
  }

  #begin(address: string): TokenBucket {
    for (const [known, allowance] of this.#addresses) {
      if (this.#addresses.size < keptAddresses) break;
      if (allowance.secondsUntil(this.#burst) === 0) this.#addresses.delete(known);
    }
    const allowance = new TokenBucket(this.#burst, this.#perSecond);
    this.#addresses.set(address, allowance);
    return allowance;
  }
}
