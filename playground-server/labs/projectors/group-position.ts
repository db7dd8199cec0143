import { type Consumer, offsetCommitV8, offsetFetchV8 } from "@platformatic/kafka";
import { type KafkaSettings, openFetcher } from "../../log/kafka-client.ts";
import { saysNoCoordinator } from "../../log/kafka-errors.ts";
import { retryUntilSettled } from "../../log/retry-until-settled.ts";

/** Partition 0 of the topic: the lab has no other. Names carry the prefix. */
export interface GroupPositionOptions {
  settings: KafkaSettings;
  group: string;
  topic: string;
}

/**
 * The committed offset of a group that assigns its partition itself, as a consumer does with `assign()`. Such a group has
 * no members, so a restart after a kill does not wait until the broker gives up the killed one.
 */
export class GroupPosition {
  readonly #client: Consumer;
  readonly #group: string;
  readonly #topic: string;

  constructor({ settings, group, topic }: GroupPositionOptions) {
    this.#client = openFetcher(settings, 0, group);
    // The caller gets the failure. Without a listener Node would end the process as well.
    this.#client.on("error" as never, (() => {}) as never);
    this.#group = group;
    this.#topic = topic;
  }

  /** The next offset to read; 0 where none is committed. */
  async read(): Promise<number> {
    const topics = [{ name: this.#topic, partitionIndexes: [0] }];
    const wanted = [{ groupId: this.#group, memberId: null, memberEpoch: -1, topics }];
    const { groups } = await retryUntilSettled(
      async () => offsetFetchV8.api.async(await this.#coordinator(), wanted, true),
      saysNoCoordinator,
    );
    return Math.max(0, Number(groups[0]?.topics[0]?.partitions[0]?.committedOffset ?? 0n));
  }

  async commit(next: number): Promise<void> {
    const partitions = [{ partitionIndex: 0, committedOffset: BigInt(next), committedLeaderEpoch: -1 }];
    const topics = [{ name: this.#topic, partitions }];
    await retryUntilSettled(
      async () => offsetCommitV8.api.async(await this.#coordinator(), this.#group, -1, "", null, topics),
      saysNoCoordinator,
    );
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #coordinator() {
    const node = await this.#client.findGroupCoordinator();
    const connection = (await this.#client.connectToBrokers([node])).get(node);
    if (!connection) throw new Error(`The coordinator of the group ${this.#group} cannot be reached.`);
    return connection;
  }
}
