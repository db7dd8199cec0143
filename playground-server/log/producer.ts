import { setTimeout as wait } from "node:timers/promises";
import { type Producer as Client, ProtocolError } from "@platformatic/kafka";
import { Refusal, refusalDetail } from "../errors.ts";
import { type KafkaSettings, openProducer, requestTimeout } from "./kafka-client.ts";
import { answerOf, kafkaRefusal, saysStale, saysUnknownTopic, saysUnsettled } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { type Batch, expectShortSpan, type OutgoingRecord, prepareProduce } from "./produce-request.ts";
import { SharedConnection } from "./shared-connection.ts";

type KafkaClient = Client<Buffer, Buffer, Buffer, Buffer>;

/** Kafka's identity of a producer. Kafka counts the records of each producer in each partition. */
interface Identity {
  producerId: bigint;
  producerEpoch: number;
  /** The number that the next record gets, by topic and partition. */
  next: Map<string, number>;
}

/** Records that a caller waits for, and what is known of them. */
interface PendingSend {
  topic: string;
  choose: (partitions: number) => number;
  records: OutgoingRecord[];
  /** Null before an attempt knows the partition. */
  batch: Batch | null;
  identity: Identity | null;
  /** Whether records were sent whose answer is awaited. */
  inFlight: boolean;
  /** The error that left open whether the records were written. */
  lost: unknown;
  /** Whether the caller has stopped waiting: then nothing is sent. */
  over: boolean;
}

/** How long records may take to be written, in ms. */
const deadline = 5_000;
/** Between attempts, in ms; the last one is used again where a broker says that it is not ready yet. */
const pauses = [100, 200, 400] as const;
/** How long to retry while a broker becomes ready, in ms. It is less than `deadline`, so that the broker's own error is reported. */
const readyWithin = 4_000;
/** From this many partitions on, a new identity is requested, so that the old one's numbers can be forgotten. */
const mostPartitions = 10_000;

const notReady = ["COORDINATOR_NOT_AVAILABLE", "NOT_CONTROLLER", "BROKER_NOT_AVAILABLE"];
/** The broker has lost the producer's count. A new identity begins at 0. */
const identityLost = [
  "OUT_OF_ORDER_SEQUENCE_NUMBER",
  "UNKNOWN_PRODUCER_ID",
  "INVALID_PRODUCER_EPOCH",
  "PRODUCER_FENCED",
];
/** Answers that leave open whether the records were written. */
const openAnswers = [
  "REQUEST_TIMED_OUT",
  "NOT_ENOUGH_REPLICAS_AFTER_APPEND",
  "NETWORK_EXCEPTION",
  "KAFKA_STORAGE_ERROR",
  "UNKNOWN_SERVER_ERROR",
  "DUPLICATE_SEQUENCE_NUMBER",
];

/**
 * Writes records to Kafka, each exactly once, or throws that this is not known.
 *
 * An attempt whose answer is lost is sent again under the same number, so Kafka writes it once. A number is used for
 * other records only after Kafka has answered that it did not write the earlier ones. If no answer comes in time, the
 * identity is given up, so that Kafka cannot mistake other records for a repetition.
 *
 * The client keeps its metadata by topic: a topic that is deleted concerns only those who write to it.
 */
export class RecordProducer {
  #client: SharedConnection<KafkaClient>;
  #identity: Promise<Identity> | null = null;
  #givenUp = new WeakSet<Identity>();
  /** The last work of each topic: records of one topic are written one after another. */
  #turns = new Map<string, Promise<unknown>>();

  constructor(settings: KafkaSettings) {
    this.#client = new SharedConnection(
      async () => openProducer(settings),
      (client) => client.close(true),
    );
  }

  /**
   * Writes records to the partition that `choose` names among so many, and answers where the first of them is. `topic`
   * is the name at the broker. Throws `append-unconfirmed` where the records may have been written, any other refusal
   * where they were not.
   */
  async send(
    topic: string,
    records: OutgoingRecord[],
    choose: (partitions: number) => number,
  ): Promise<{ partition: number; offset: number }> {
    const turn = (this.#turns.get(topic) ?? Promise.resolve()).then(() => this.#send(topic, records, choose));
    const done = turn.catch(() => {});
    this.#turns.set(topic, done);
    void done.then(() => this.#turns.get(topic) === done && this.#turns.delete(topic));
    return turn;
  }

  async #send(topic: string, records: OutgoingRecord[], choose: PendingSend["choose"]) {
    expectShortSpan(records);
    const now = Date.now();
    const work: PendingSend = {
      topic,
      choose,
      records: records.map((record) => ({ timestamp: now, ...record })),
      batch: null,
      identity: null,
      inFlight: false,
      lost: null,
      over: false,
    };
    try {
      const offset = await withKafkaTimeout(deadline, this.#untilWritten(work));
      return { partition: work.batch?.partition ?? -1, offset };
    } catch (error) {
      if (!work.inFlight && work.lost === null) throw kafkaRefusal(error);
      // It is unknown whether the records with this number were written, so no others may get it.
      if (work.identity) this.#givenUp.add(work.identity);
      const cause = work.lost ?? error;
      throw new Refusal("append-unconfirmed", kafkaRefusal(cause).detail, { cause });
    } finally {
      work.over = true;
    }
  }

  async #untilWritten(work: PendingSend): Promise<number> {
    const begun = performance.now();
    for (let tries = 0; ; tries++) {
      try {
        return await this.#client.use((client) => this.#attempt(client, work));
      } catch (error) {
        const waited = performance.now() - begun;
        const goOn = saysNotReady(error)
          ? waited < readyWithin
          : tries < pauses.length && mayPass(error, tries);
        if (!goOn || work.over) throw error;
        await wait(pauses[tries] ?? pauses[2]);
      }
    }
  }

  async #attempt(client: KafkaClient, work: PendingSend): Promise<number> {
    try {
      const batch = await this.#batchOf(client, work);
      const { topics } = await client.metadata({ topics: [work.topic] });
      const leader = topics.get(work.topic)?.partitions[batch.partition]?.leader ?? -1;
      if (leader < 0) throw new ProtocolError("LEADER_NOT_AVAILABLE");
      const produce = await prepareProduce(client, leader, batch, requestTimeout);
      if (work.over) throw new Refusal("log-unavailable", refusalDetail("nobody-waits"));
      work.inFlight = true;
      const offset = await produce();
      work.identity?.next.set(placeOf(batch), batch.sequence + batch.records.length);
      return offset;
    } catch (error) {
      // An answer is about this attempt only. It says nothing about earlier ones.
      if (work.inFlight && leavesOpen(error)) work.lost ??= error;
      work.inFlight = false;
      if (saysStale(error)) client.clearMetadata();
      if (work.identity && saysIdentityLost(error)) this.#givenUp.add(work.identity);
      // Nothing was written: the next attempt may take another partition and another number.
      if (work.lost === null) work.batch = null;
      throw error;
    }
  }

  /** The batch as it was sent before, or a new one. */
  async #batchOf(client: KafkaClient, work: PendingSend): Promise<Batch> {
    if (work.batch) return work.batch;
    const { topic, records } = work;
    const found = (await client.metadata({ topics: [topic] })).topics.get(topic);
    if (!found) throw new ProtocolError("UNKNOWN_TOPIC_OR_PARTITION");
    const partition = work.choose(found.partitionsCount);
    if (partition >= found.partitionsCount) throw new ProtocolError("UNKNOWN_TOPIC_OR_PARTITION");
    const identity = await this.#identify(client);
    const { producerId, producerEpoch } = identity;
    const sequence = identity.next.get(placeOf({ topic, partition })) ?? 0;
    work.identity = identity;
    work.batch = { topic, partition, records, producerId, producerEpoch, sequence };
    return work.batch;
  }

  async #identify(client: KafkaClient): Promise<Identity> {
    const current = this.#identity;
    const identity = await current?.catch(() => null);
    if (identity && identity.next.size < mostPartitions && !this.#givenUp.has(identity)) return identity;
    // Somebody else has asked for a new one in between.
    if (this.#identity !== current) return this.#identify(client);
    const asked = client
      .initIdempotentProducer({})
      .then(({ producerId, producerEpoch }) => ({ producerId, producerEpoch, next: new Map() }));
    this.#identity = asked;
    return asked;
  }

  /** Asks the brokers again for a topic that was changed. */
  async refresh(topic: string): Promise<void> {
    try {
      const asked = this.#client.use((client) => client.metadata({ topics: [topic], forceUpdate: true }));
      await withKafkaTimeout(deadline, asked);
    } catch (error) {
      throw kafkaRefusal(error);
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function placeOf({ topic, partition }: Pick<Batch, "topic" | "partition">): string {
  return `${topic}:${partition}`;
}

/** Whether records that were sent may have been written all the same: no answer came, or one that says little. */
function leavesOpen(error: unknown): boolean {
  const answer = answerOf(error);
  return answer === null || openAnswers.includes(answer);
}

/** Whether a broker has just started, or has just taken over what it is asked for. */
function saysNotReady(error: unknown): boolean {
  return saysUnsettled(error) || notReady.includes(answerOf(error) ?? "");
}

function saysIdentityLost(error: unknown): boolean {
  return identityLost.includes(answerOf(error) ?? "");
}

/** Whether the reason for a failure may have passed at the next attempt. */
function mayPass(error: unknown, tries: number): boolean {
  if (error instanceof Refusal) return false;
  // The metadata may have been old. One more request is enough: the metadata is fetched again.
  if (saysUnknownTopic(error)) return tries === 0;
  const few = answerOf(error) === "NOT_ENOUGH_REPLICAS";
  return few || leavesOpen(error) || saysStale(error) || saysIdentityLost(error);
}
