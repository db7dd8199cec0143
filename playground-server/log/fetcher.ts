import { type ClusterMetadata, type Consumer, ListOffsetTimestamps } from "@platformatic/kafka";
import { Refusal } from "../errors.ts";
import { type FetchedPartition, safeNumber } from "./batches.ts";
import { brokerVersion } from "./broker-version.ts";
import { type KafkaSettings, openFetcher, requestTimeout } from "./client.ts";
import { Connection } from "./connection.ts";
import { type RawAnswer, rawFetch, trimmed } from "./raw-fetch.ts";
import { settled } from "./settling.ts";
import { everythingSaid, saysUnknownTopic, saysUnsettled, unavailable, within } from "./unavailable.ts";

/** A topic as the brokers know it now. `leaders` holds a broker's id for each partition. */
export interface TopicPlace {
  id: string;
  leaders: number[];
}

/** One partition to fetch from. */
export interface FetchFrom {
  partition: number;
  offset: number;
  topicId: string;
}

const mostBytes = 1 << 20;

/**
 * One connection to each broker, read by offset and without a consumer group. Fetches wait for one another: the
 * client keeps one fetch session per broker, and two requests at once would tear its numbering.
 * After a failure the next call opens new connections, so a broker that returns is found without a restart.
 */
export class Fetcher {
  #settings: KafkaSettings;
  #maxWait: number;
  #bytesPerPartition: number;
  #consumer: Connection<Consumer>;
  #last: Promise<unknown> = Promise.resolve();
  waiting = 0;

  /**
   * `maxWait`: how long a broker may hold a fetch back when there is nothing new, in ms. `bytesPerPartition`: what one
   * answer holds of a partition; it is decoded in one go, while everybody else waits.
   */
  constructor(settings: KafkaSettings, maxWait: number, bytesPerPartition = mostBytes) {
    this.#bytesPerPartition = bytesPerPartition;
    this.#settings = settings;
    this.#maxWait = maxWait;
    this.#consumer = new Connection(
      async () => {
        const consumer = openFetcher(settings, maxWait);
        // Failures reach whoever asked; without a listener Node would end the process as well.
        consumer.on("error" as never, (() => {}) as never);
        return consumer;
      },
      (consumer) => consumer.close(true),
    );
  }

  /** Where a topic's partitions live. `fresh` asks the broker again. Throws `topic-unknown`. */
  async place(topic: string, fresh = false): Promise<TopicPlace> {
    const wire = this.#settings.topicPrefix + topic;
    const ask = (consumer: Consumer) =>
      consumer.metadata({ topics: [wire], forceUpdate: fresh }).catch((error: Error): ClusterMetadata => {
        if (saysUnknownTopic(error)) throw new Refusal("topic-unknown", `${topic} does not exist.`);
        throw error;
      });
    const metadata = await settled(() => this.#try(ask));
    const found = metadata.topics.get(wire);
    if (!found) throw new Refusal("topic-unknown", `${topic} does not exist.`);
    return { id: found.id, leaders: found.partitions.map(({ leader }) => leader) };
  }

  /** Asks a broker for its version: also the quickest sign that one is there. */
  version(): Promise<string | null> {
    return this.#try(brokerVersion);
  }

  /** The first offset of every partition, and one past the last that a read-committed reader may see. */
  async ends(topic: string): Promise<{ start: number; end: number }[]> {
    const [starts, ends] = await Promise.all([
      this.offsets(topic, ListOffsetTimestamps.EARLIEST),
      this.offsets(topic, ListOffsetTimestamps.LATEST),
    ]);
    return ends.map((end, partition) => ({ start: starts[partition] ?? end, end }));
  }

  async offsets(topic: string, timestamp: bigint): Promise<number[]> {
    const wire = this.#settings.topicPrefix + topic;
    const found = await settled(() =>
      this.#try((consumer) => consumer.listOffsets({ topics: [wire], timestamp })),
    );
    return (found.get(wire) ?? []).map(safeNumber);
  }

  async timestamps(topic: string, asked: bigint): Promise<number[]> {
    const wire = this.#settings.topicPrefix + topic;
    const found = await settled(() =>
      this.#try((consumer) => consumer.listOffsetsWithTimestamps({ topics: [wire], timestamp: asked })),
    );
    return [...(found.get(wire)?.values() ?? [])].map(({ timestamp }) => safeNumber(timestamp));
  }

  /** One fetch from one broker. Partitions that have nothing are missing from the answer. Throws `log-trimmed`. */
  fetch(node: number, from: FetchFrom[]): Promise<(FetchedPartition & { topicId: string })[]> {
    this.waiting++;
    const turn = this.#last.then(() => this.#try((consumer) => this.#fetch(consumer, node, from)));
    this.#last = turn.catch(() => {});
    return turn.finally(() => {
      this.waiting--;
    });
  }

  /** One fetch of one partition that leaves its record batches as bytes. */
  fetchRaw(node: number, from: FetchFrom): Promise<RawAnswer> {
    const limits = { wait: this.#maxWait, bytes: this.#bytesPerPartition };
    return this.#try((consumer) => rawFetch(consumer, node, from, limits));
  }

  async #fetch(consumer: Consumer, node: number, from: FetchFrom[]) {
    const byTopic = Map.groupBy(from, ({ topicId }) => topicId);
    const request = {
      node,
      maxWaitTime: this.#maxWait,
      topics: [...byTopic].map(([topicId, partitions]) => ({
        topicId,
        partitions: partitions.map(({ partition, offset }) => ({
          partition,
          currentLeaderEpoch: -1,
          fetchOffset: BigInt(offset),
          lastFetchedEpoch: -1,
          partitionMaxBytes: this.#bytesPerPartition,
        })),
      })),
    };
    const response = await consumer.fetch(request).catch((error: unknown) => {
      throw /OFFSET_OUT_OF_RANGE/.test(everythingSaid(error)) ? trimmed() : error;
    });
    return response.responses.flatMap(({ topicId, partitions }) =>
      partitions.map((partition) => ({ ...partition, topicId })),
    );
  }

  async #try<T>(work: (consumer: Consumer) => Promise<T>): Promise<T> {
    try {
      return await this.#consumer.use(
        (consumer) => within(requestTimeout + this.#maxWait + 1_000, work(consumer)),
        (error) => saysUnsettled(error) || (error instanceof Refusal && error.code === "topic-unknown"),
      );
    } catch (error) {
      throw unavailable(error);
    }
  }

  close(): Promise<void> {
    return this.#consumer.close();
  }
}
