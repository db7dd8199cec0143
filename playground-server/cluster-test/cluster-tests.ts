import type { ClusterTestBody, ClusterTestMessage } from "../../engine/protocol/cluster-test-types.ts";
import type { Caller } from "../caller.ts";
import { Refusal } from "../errors.ts";
import { TokenBucket } from "../socket/token-bucket.ts";
import { testCluster } from "./cluster-test.ts";
import type { TargetPolicy } from "./target-policy.ts";

const atOnce = 6;
/** Addresses whose tests are counted; the oldest is forgotten first. */
const countedAddresses = 1_000;

/** Tests of clusters for everybody, so many at a time and so many a minute from one address. */
export class ClusterTests {
  readonly #policy: TargetPolicy;
  readonly #perMinute: number;
  readonly #buckets = new Map<string, TokenBucket>();
  #running = 0;

  /** `perMinute`: from one network address. */
  constructor(policy: TargetPolicy, perMinute: number) {
    this.#policy = policy;
    this.#perMinute = perMinute;
  }

  /** Emits a message for each step and one end. Throws `cluster-test-off` and `rate-limited`. */
  async run(
    body: ClusterTestBody,
    { address }: Caller,
    emit: (message: ClusterTestMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#policy.off) throw new Refusal("cluster-test-off");
    const bucket = this.#bucketOf(address);
    if (!bucket.take()) {
      throw new Refusal("rate-limited", null, { retryAfter: Math.ceil(bucket.secondsUntil(1)) });
    }
    if (this.#running >= atOnce) throw new Refusal("rate-limited", null, { retryAfter: 5 });
    this.#running++;
    try {
      await testCluster(body, this.#policy, emit, signal);
    } finally {
      this.#running--;
    }
  }

  #bucketOf(address: string): TokenBucket {
    const bucket = this.#buckets.get(address) ?? new TokenBucket(this.#perMinute, this.#perMinute / 60);
    this.#buckets.delete(address);
    this.#buckets.set(address, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > countedAddresses && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}
