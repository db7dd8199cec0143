import { type Consumer, ListOffsetTimestamps } from "@platformatic/kafka";
import { Refusal, refusalDetail } from "../errors.ts";
import { brokerVersion } from "./broker-version.ts";
import { safeNumber } from "./decode-batches.ts";
import { type KafkaSettings, openFetcher, requestTimeout } from "./kafka-client.ts";
import { kafkaRefusal, saysStale, saysUnknownTopic } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { type FetchFrom, type RawAnswer, rawFetch } from "./raw-fetch.ts";
import { retryUntilSettled } from "./retry-until-settled.ts";
import { SharedConnection } from "./shared-connection.ts";

/** A topic as the brokers know it now. `leaders` holds a broker's id for each partition. */
export interface TopicPlace {
  id: string;
  leaders: number[];
}

const mostBytes = 1 << 20;
/** How much longer than the broker the client's own timeouts and retries may take, in ms. */
const clientMargin = 1_000;

/**
 * One connection to each broker, read by offset and without a consumer group.
 * After a connection failed the next call opens new ones, so a broker that returns is found without a restart.
 */
export class Fetcher {
  #settings: KafkaSettings;
  #maxWait: number;
  #bytesPerPartition: number;
  #consumer: SharedConnection<Consumer>;
  waiting = 0;

  /**
   * `maxWait`: how long a broker may hold a fetch back when there is nothing new, in ms. `bytesPerPartition`: what one
   * answer holds of a partition; it is decoded in one go, while everybody else waits.
   */
  constructor(settings: KafkaSettings, maxWait: number, bytesPerPartition = mostBytes) {
    this.#bytesPerPartition = bytesPerPartition;
    this.#settings = settings;
    this.#maxWait = maxWait;
    this.#consumer = new SharedConnection(
      async () => {
        const consumer = openFetcher(settings, maxWait);
        // Failures reach the caller; without a listener Node would also end the process.
        consumer.on("error" as never, (() => {}) as never);
        return consumer;
      },
      (consumer) => consumer.close(true),
    );
  }

  /** The leaders of a topic's partitions. `fresh` asks the broker again. Throws `topic-unknown`. */
  async place(topic: string, fresh = false): Promise<TopicPlace> {
    const wire = this.#settings.topicPrefix + topic;
    const metadata = await retryUntilSettled(() =>
      this.#ask(topic, (consumer) => consumer.metadata({ topics: [wire], forceUpdate: fresh })),
    );
    const found = metadata.topics.get(wire);
    if (!found) throw new Refusal("topic-unknown", refusalDetail("topic-absent", { topic }));
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
    const found = await retryUntilSettled(() =>
      this.#ask(topic, (consumer) => consumer.listOffsets({ topics: [wire], timestamp })),
    );
    return (found.get(wire) ?? []).map(safeNumber);
  }

  async timestamps(topic: string, asked: bigint): Promise<number[]> {
    const wire = this.#settings.topicPrefix + topic;
    const found = await retryUntilSettled(() =>
      this.#ask(topic, (consumer) =>
        consumer.listOffsetsWithTimestamps({ topics: [wire], timestamp: asked }),
      ),
    );
    return [...(found.get(wire)?.values() ?? [])].map(({ timestamp }) => safeNumber(timestamp));
  }

  /** One fetch from one broker. Throws `log-trimmed`. */
  fetch(node: number, from: FetchFrom[]): Promise<RawAnswer[]> {
    this.waiting++;
    const limits = { wait: this.#maxWait, bytes: this.#bytesPerPartition };
    return this.#try((consumer) => rawFetch(consumer, node, from, limits)).finally(() => {
      this.waiting--;
    });
  }

  /** Asks for something of a topic. Throws `topic-unknown` with its name. */
  async #ask<T>(topic: string, work: (consumer: Consumer) => Promise<T>): Promise<T> {
    try {
      return await this.#try(work);
    } catch (error) {
      if (!saysUnknownTopic(error)) throw error;
      throw new Refusal("topic-unknown", refusalDetail("topic-absent", { topic }), { cause: error });
    }
  }

  async #try<T>(work: (consumer: Consumer) => Promise<T>): Promise<T> {
    try {
      return await this.#consumer.use(async (consumer) => {
        try {
          return await withKafkaTimeout(requestTimeout + this.#maxWait + clientMargin, work(consumer));
        } catch (error) {
          // The connection is kept; the client asks again for leaders and topics.
          if (saysStale(error)) consumer.clearMetadata();
          throw error;
        }
      });
    } catch (error) {
      throw kafkaRefusal(error);
    }
  }

  close(): Promise<void> {
    return this.#consumer.close();
  }
}
