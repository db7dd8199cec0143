import { randomUUID } from "node:crypto";
import type { NewEvent, Position } from "../../engine/fold/event.ts";
import { partitionOf } from "../../engine/fold/partition.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import { logLimits } from "./limits.ts";
import { explainMissingRight } from "./missing-right.ts";
import type { OutgoingRecord } from "./produce-request.ts";
import { RecordProducer } from "./producer.ts";

/** An upper bound of the bytes that Kafka adds to a record that is sent alone. */
const envelopeBytes = 100;

/** Appends events and records to topics. Names are without the prefix. */
export class Appender {
  #prefix: string;
  #producer: RecordProducer;

  constructor(settings: KafkaSettings) {
    this.#prefix = settings.topicPrefix;
    this.#producer = new RecordProducer(settings);
  }

  /**
   * Sends records as they are to one partition and answers the position of the first. Without a partition the key of
   * the first decides, or chance where it has none. Throws as `RecordProducer.send` does.
   */
  async send(topic: string, records: OutgoingRecord[], partition?: number): Promise<Position> {
    const key = records[0]?.key ?? null;
    const choose = (partitions: number) => {
      if (partition !== undefined) return partition;
      return key === null ? Math.floor(Math.random() * partitions) : partitionOf(key, partitions);
    };
    const name = this.#prefix + topic;
    return {
      topic,
      ...(await explainMissingRight("Write", "topic", name, this.#producer.send(name, records, choose))),
    };
  }

  /** Asks the brokers again for a topic that was changed. */
  refresh(topic: string): Promise<void> {
    return this.#producer.refresh(this.#prefix + topic);
  }

  close(): Promise<void> {
    return this.#producer.close();
  }
}

/** An event as a record. Its timestamp will be now, whatever `occurredAt` says: Kafka's retention goes by it. */
export function eventRecord(key: string, event: NewEvent): OutgoingRecord {
  return {
    key,
    value: JSON.stringify(withMetadata(event)),
    headers: [["content-type", "application/json"]],
  };
}

/** The most bytes that a record takes in the log. */
export function bytesOf({ key, value, headers = [] }: OutgoingRecord): number {
  const texts = [key, value, ...headers.flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), envelopeBytes);
}

/** Throws `event-too-large`. */
export function expectSmall({ key, value }: OutgoingRecord): void {
  const size = Buffer.byteLength(key ?? "") + Buffer.byteLength(value ?? "");
  if (size <= logLimits.eventBytes) return;
  const detail = refusalDetail("bytes-of-event", { bytes: size, most: logLimits.eventBytes });
  throw new Refusal("event-too-large", detail);
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
