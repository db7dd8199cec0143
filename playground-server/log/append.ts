import { randomUUID } from "node:crypto";
import type { Kafka, Producer } from "kafkajs";
import type { NewEvent, Position } from "../../engine/fold/event.ts";
import { Refusal } from "../errors.ts";
import type { KafkaSettings } from "./client.ts";
import { Connection } from "./connection.ts";
import { logLimits } from "./limits.ts";
import { unavailable, within } from "./unavailable.ts";

const sendTimeout = 3_000;

/** Appends events: idempotent, so that a retry inside the client never writes twice. */
export class Appender {
  #settings: KafkaSettings;
  #producer: Connection<Producer>;

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#settings = settings;
    this.#producer = new Connection(
      async () => {
        const producer = kafka.producer({ idempotent: true, allowAutoTopicCreation: false });
        await producer.connect();
        return producer;
      },
      (producer) => producer.disconnect(),
    );
  }

  /**
   * Appends one event. The key decides the partition, as Kafka's default partitioner does. The record's timestamp is
   * now, whatever `occurredAt` says: Kafka's retention goes by it.
   */
  async append(topic: string, key: string, event: NewEvent): Promise<Position> {
    const value = JSON.stringify(withMetadata(event));
    expectSmall(Buffer.byteLength(value) + Buffer.byteLength(key));
    return this.send(topic, [{ key, value, headers: { "content-type": "application/json" } }]);
  }

  /** Sends records as they are and answers the position of the first. */
  async send(
    topic: string,
    messages: {
      key: string | null;
      value: string | null;
      partition?: number;
      timestamp?: string;
      headers?: Record<string, string>;
    }[],
  ): Promise<Position> {
    try {
      const [written] = await within(
        sendTimeout + 2_000,
        this.#producer.use((producer) =>
          producer.send({
            topic: this.#settings.topicPrefix + topic,
            messages,
            acks: -1,
            timeout: sendTimeout,
          }),
        ),
      );
      return { topic, partition: written?.partition ?? -1, offset: Number(written?.baseOffset) };
    } catch (error) {
      throw unavailable(error);
    }
  }

  close(): Promise<void> {
    return this.#producer.close();
  }
}

/** Throws `event-too-large`. `size`: of key and value together, in bytes. */
export function expectSmall(size: number): void {
  if (size <= logLimits.eventBytes) return;
  throw new Refusal(
    "event-too-large",
    `It has ${size} bytes with its key; ${logLimits.eventBytes} are allowed.`,
  );
}

/** An event with what is missing filled in: a name of its own and the time of appending. */
function withMetadata({ type, data, metadata }: NewEvent): NewEvent {
  return {
    type,
    data,
    metadata: {
      ...metadata,
      id: metadata?.id ?? randomUUID(),
      occurredAt: metadata?.occurredAt ?? new Date().toISOString(),
    },
  };
}
