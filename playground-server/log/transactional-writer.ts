import type { Kafka, Producer, Transaction } from "kafkajs";
import { kafkaRefusal, saysNoCoordinator } from "./kafka-errors.ts";
import { explainMissingRight } from "./missing-right.ts";
import type { OutgoingRecord } from "./produce-request.ts";
import { retryUntilSettled } from "./retry-until-settled.ts";

export interface TransactionalWriterOptions {
  topicPrefix: string;
  /** Sends records to a topic if they may go there. */
  admit<T>(topic: string, records: OutgoingRecord[], send: () => Promise<T>): Promise<T>;
}

/** How long Kafka keeps a transaction open that nobody ends, in ms. */
const transactionTimeout = 30_000;

/** A transaction that is open. Names are without the prefix. */
export interface OpenTransaction {
  /** Appends records to one partition, and answers the offset of the first. */
  append(topic: string, partition: number, records: OutgoingRecord[]): Promise<number>;
  /** With the transaction, the group has read the partition up to before `next`. The group needs no member. */
  commitOffset(group: string, topic: string, partition: number, next: number): Promise<void>;
  /** Rejects with the client's own error, also where another producer with the same id was opened meanwhile. */
  commit(): Promise<void>;
  abort(): Promise<void>;
}

/** A producer with a transactional id. */
export class TransactionalWriter {
  readonly #producer: Producer;
  readonly #options: TransactionalWriterOptions;
  /** The transaction with which the id was claimed, until it is used. */
  #first: Transaction | null;

  private constructor(producer: Producer, first: Transaction, options: TransactionalWriterOptions) {
    this.#producer = producer;
    this.#first = first;
    this.#options = options;
  }

  /** Aborts what an older producer with the same id has open, and fences it. Throws refusals. */
  static async open(
    kafka: Kafka,
    transactionalId: string,
    options: TransactionalWriterOptions,
  ): Promise<TransactionalWriter> {
    const wire = options.topicPrefix + transactionalId;
    const producer = kafka.producer({
      transactionalId: wire,
      maxInFlightRequests: 1,
      transactionTimeout,
      allowAutoTopicCreation: false,
      // A transaction that is being aborted takes a moment to end.
      retry: { retries: 8, initialRetryTime: 50, maxRetryTime: 1_000 },
    });
    try {
      await producer.connect();
      // KafkaJS claims the id at the first transaction only, of which Kafka hears nothing until something is in it.
      const claimed = retryUntilSettled(() => producer.transaction(), saysNoCoordinator);
      const first = await explainMissingRight("Write", "transactional-id", wire, claimed);
      return new TransactionalWriter(producer, first, options);
    } catch (error) {
      await producer.disconnect().catch(() => {});
      throw kafkaRefusal(error);
    }
  }

  async begin(): Promise<OpenTransaction> {
    const transaction = this.#first ?? (await this.#producer.transaction());
    this.#first = null;
    const { topicPrefix, admit } = this.#options;
    return {
      async append(topic, partition, records) {
        const sent = await admit(topic, records, () =>
          transaction.send({
            topic: topicPrefix + topic,
            messages: records.map(({ key, value }) => ({ key, value, partition })),
          }),
        );
        return Number(sent[0]?.baseOffset ?? -1);
      },
      commitOffset(group, topic, partition, next) {
        const offsets = {
          consumerGroupId: topicPrefix + group,
          topics: [{ topic: topicPrefix + topic, partitions: [{ partition, offset: String(next) }] }],
        };
        return retryUntilSettled(() => transaction.sendOffsets(offsets), saysNoCoordinator);
      },
      commit: () => transaction.commit(),
      abort: () => abortQuietly(transaction),
    };
  }

  async close(): Promise<void> {
    await this.#producer.disconnect().catch(() => {});
  }
}

/** What cannot be aborted, Kafka aborts itself: when the id is used again, or after the timeout. */
async function abortQuietly(transaction: Transaction): Promise<void> {
  if (transaction.isActive()) await transaction.abort().catch(() => {});
}
