import { ListOffsetTimestamps } from "@platformatic/kafka";
import type { Logger } from "pino";
import type { NewEvent, Position, RawRecord } from "../../engine/fold/event.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import { verbatimMessage } from "../../engine/sentences/message.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { TopicAcl } from "./acls.ts";
import { Appender, bytesOf, eventRecord, expectSmall } from "./append.ts";
import { SliceStream } from "./batch-stream.ts";
import { ConsumerGroups } from "./consumer-groups.ts";
import { Fetcher } from "./fetcher.ts";
import { type KafkaSettings, openKafkaJs } from "./kafka-client.ts";
import { kafkaRefusal, unknownKafkaErrors } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { type LearnerQuota, LearnerTopics, type WantedTopic } from "./learner-topics.ts";
import { type SeedReport, seedTopics } from "./seed-topics.ts";
import { type SliceBounds, type SliceRead, SliceReader, type SliceRequest } from "./slice-reader.ts";
import { Tail, type Viewer } from "./tail.ts";
import { TopicLastUseLog } from "./topic-last-use.ts";
import {
  type ClusterBroker,
  type DescribedTopic,
  TopicMetadata,
  type TopicSetting,
} from "./topic-metadata.ts";
import { ownerOf } from "./topic-names.ts";
import { openTopicSizes } from "./topic-sizes.ts";
import { TopicSpaceLimit } from "./topic-space-limit.ts";
import { TransactionalWriter } from "./transactional-writer.ts";

/** A record to be appended as it is. Without a partition its key decides. */
export interface PlainRecord {
  key: string | null;
  value: string | null;
  partition?: number;
  /** In their order; a name may be repeated. */
  headers?: [name: string, value: string][];
}

/** The Kafka log, as the rest of the server uses it. Everything throws refusals in plain words. */
export interface Log {
  settings: KafkaSettings;
  read(request: SliceRequest, bounds: SliceBounds): Promise<SliceRead>;
  /** The slice a request means, with its ends as they are now. */
  measure(request: SliceRequest): Promise<Slice>;
  /** A slice of any length, read in parts. Close it after use. */
  stream(slice: Slice): SliceStream;
  /** Appends to a learner's topic, which is made on first append, on account of the address. */
  append(topic: string, key: string, event: NewEvent, address: string): Promise<Position>;
  /** Appends a record as it is to a learner's topic that is there. */
  produce(topic: string, record: PlainRecord): Promise<Position>;
  /**
   * A producer with this transactional id, for learners' topics. An older one with the same id is fenced from now on. Close
   * it after use.
   */
  openTransactions(transactionalId: string): Promise<TransactionalWriter>;
  watch(topic: string, viewer: Viewer): Promise<() => void>;
  /** The first offset of every partition, and one past its last. Throws `topic-unknown`. */
  ends(topic: string): Promise<{ start: number; end: number }[]>;
  /** For each partition the first offset with this timestamp, in ms, or a later one; the end where there is none. */
  offsetsAt(topic: string, timestamp: number): Promise<number[]>;
  /** For each partition the offset of the record with the newest timestamp; the end where there is none. */
  offsetsOfNewest(topic: string): Promise<number[]>;
  brokers(): Promise<ClusterBroker[]>;
  groups: Pick<ConsumerGroups, "list" | "describe" | "setOffsets" | "remove" | "consume" | "close">;
  topics: {
    all(): Promise<string[]>;
    /** Null if there is no such topic. */
    describe(topic: string): Promise<(DescribedTopic & { id: string }) | null>;
    /** Makes a learner's topic, on account of the address. */
    create(topic: string, address: string, wanted: WantedTopic): Promise<void>;
    /** All settings of a topic, defaults included; null if there is no such topic. */
    settings(topic: string): Promise<Map<string, TopicSetting> | null>;
    /** Who may do what with topics; null where the cluster checks none. */
    acls(): Promise<TopicAcl[] | null>;
    /** Gives a learner's topic more partitions: so many in all. Old records stay where they are. */
    grow(topic: string, partitions: number): Promise<void>;
    /** Changes settings of a learner's topic; null makes one the broker's again. Its other settings stay. */
    configure(topic: string, changes: Map<string, string | null>): Promise<void>;
    /** Deletes the records of a learner's topic before the offset of each partition; -1 is the partition's end. */
    deleteRecords(topic: string, before: { partition: number; offset: number }[]): Promise<void>;
    /** Deletes a learner's topic. */
    remove(topic: string): Promise<void>;
    sweep(now?: number): Promise<string[]>;
    /** How many learners' topics there were when they were last counted. */
    counted(): number;
  };
  seed(topics: CourseTopic[], mayWrite: boolean): Promise<SeedReport[]>;
  /** Resolves when a broker answers, throws `log-unavailable` otherwise. Asked at most once a second. */
  reach(): Promise<void>;
  /** The broker's version, on an external cluster as far as its protocol tells; null while unknown. */
  brokerVersion(): string | null;
  close(): Promise<void>;
}

const reachDeadline = 2_500;
const reachFresh = 1_000;

export function openLog(settings: KafkaSettings, quota: LearnerQuota, logger: Logger): Log {
  if (settings.kind === "none") return noLog(settings);
  const kafka = openKafkaJs(settings, logger);
  const topics = new TopicMetadata(kafka, settings);
  const reader = new SliceReader(settings);
  const appender = new Appender(settings);
  const health = new Fetcher(settings, 100);
  const tail = new Tail(settings);
  const uses = new TopicLastUseLog(topics, reader, appender);
  const learners = new LearnerTopics({ topics, reader, uses }, quota, logger);
  const sizes = openTopicSizes(settings);
  const space = new TopicSpaceLimit(topics, sizes, logger);
  const groups = new ConsumerGroups(kafka, settings);
  const logUnknown = (error: unknown) => logger.warn({ err: error }, "an error of Kafka has no sentence");
  unknownKafkaErrors.subscribe(logUnknown);
  let version: string | null = null;
  let reached: { at: number; answer: Promise<void> } | null = null;
  /** What succeeds with a topic is a use of it. */
  const using = async <T>(topic: string, work: Promise<T>): Promise<T> => {
    const result = await work;
    learners.use(topic);
    return result;
  };

  return {
    settings,
    read: (request, bounds) => using(request.topic, reader.read(request, bounds)),
    measure: (request) => using(request.topic, reader.measure(request)),
    stream: (slice) => new SliceStream(settings, slice),
    async append(topic, key, event, address) {
      expectLearners(topic);
      const record = eventRecord(key, event);
      expectSmall(record);
      const attempt = async () => {
        await learners.ensure(topic, address);
        try {
          return await appender.send(topic, [record]);
        } catch (error) {
          learners.forget(topic);
          throw error;
        }
      };
      // Somebody deleted the topic, so it is created again. Nothing was written, or the refusal would be another one.
      const send = () =>
        attempt().catch((error) => {
          if (error instanceof Refusal && error.code === "topic-unknown") return attempt();
          throw error;
        });
      return space.send(topic, bytesOf(record), send);
    },
    async produce(topic, { partition, ...record }) {
      expectLearners(topic);
      expectSmall(record);
      const send = () => appender.send(topic, [record], partition);
      return using(topic, space.send(topic, bytesOf(record), send));
    },
    openTransactions: (transactionalId) =>
      TransactionalWriter.open(kafka, transactionalId, {
        topicPrefix: settings.topicPrefix,
        admit(topic, records, send) {
          expectLearners(topic);
          for (const record of records) expectSmall(record);
          const bytes = records.reduce((sum, record) => sum + bytesOf(record), 0);
          return using(topic, space.send(topic, bytes, send));
        },
      }),
    watch: (topic, viewer) => using(topic, tail.watch(topic, viewer)),
    ends: (topic) => reader.ends(topic),
    offsetsAt: (topic, timestamp) => reader.offsetsAt(topic, timestamp),
    offsetsOfNewest: (topic) => reader.offsetsAt(topic, Number(ListOffsetTimestamps.MAX)),
    brokers: () => topics.brokers(),
    groups: {
      list: () => groups.list(),
      describe: (group) => groups.describe(group),
      setOffsets: (group, topic, offsets) => groups.setOffsets(group, topic, offsets),
      remove: (group) => groups.remove(group),
      consume(wanted, hear, signal) {
        const hearing = (record: RawRecord) => {
          learners.use(wanted.topic);
          return hear(record);
        };
        return groups.consume(wanted, hearing, signal);
      },
      close: () => groups.close(),
    },
    topics: {
      all: () => topics.list(),
      async describe(topic) {
        const described = await topics.describe(topic);
        return described && { ...described, id: await reader.topicId(topic) };
      },
      async create(topic, address, wanted) {
        expectLearners(topic);
        await learners.create(topic, address, wanted);
      },
      settings: (topic) => topics.settings(topic),
      acls: () => topics.acls(),
      async grow(topic, partitions) {
        expectLearners(topic);
        await using(topic, topics.grow(topic, partitions));
        // What read or wrote it before knows of its old partitions only.
        await Promise.all([reader.refresh(topic), appender.refresh(topic)]);
      },
      async configure(topic, changes) {
        expectLearners(topic);
        await using(topic, topics.configure(topic, changes));
      },
      async deleteRecords(topic, before) {
        expectLearners(topic);
        await using(topic, topics.deleteRecords(topic, before));
      },
      async remove(topic) {
        expectLearners(topic);
        await learners.remove(topic);
        space.forget(topic);
      },
      sweep: (now) => learners.sweep(tail.watched(), now),
      counted: () => learners.counted,
    },
    seed: (wanted, mayWrite) =>
      seedTopics(wanted, { topics, reader, appender, topicPrefix: settings.topicPrefix }, mayWrite),
    reach() {
      if (!reached || Date.now() - reached.at > reachFresh) {
        const answer = withKafkaTimeout(reachDeadline, health.version()).then(
          (found) => {
            version = settings.version ?? found;
          },
          (error: unknown) => {
            throw kafkaRefusal(error);
          },
        );
        reached = { at: Date.now(), answer };
      }
      return reached.answer;
    },
    brokerVersion: () => version,
    async close() {
      unknownKafkaErrors.unsubscribe(logUnknown);
      await learners.close();
      await Promise.all([
        reader.close(),
        health.close(),
        appender.close(),
        tail.close(),
        topics.close(),
        groups.close(),
        sizes.close(),
      ]);
    },
  };
}

function expectLearners(topic: string): void {
  if (ownerOf(topic) === null) throw new Refusal("topic-read-only");
}

/** Where no Kafka runs: everything that needs it says so. */
function noLog(settings: KafkaSettings): Log {
  const next = refusalDetail("start-a-broker");
  const detail = verbatimMessage(settings.sentence);
  const refuse = () => Promise.reject(new Refusal("log-unavailable", detail, { next }));
  return {
    settings,
    read: refuse,
    measure: refuse,
    stream: (slice) => new SliceStream(settings, slice),
    append: refuse,
    produce: refuse,
    openTransactions: refuse,
    watch: refuse,
    ends: refuse,
    offsetsAt: refuse,
    offsetsOfNewest: refuse,
    brokers: refuse,
    groups: {
      list: refuse,
      describe: refuse,
      setOffsets: refuse,
      remove: refuse,
      consume: refuse,
      close: async () => {},
    },
    topics: {
      all: refuse,
      describe: refuse,
      create: refuse,
      settings: refuse,
      acls: refuse,
      grow: refuse,
      configure: refuse,
      deleteRecords: refuse,
      remove: refuse,
      sweep: async () => [],
      counted: () => 0,
    },
    seed: refuse,
    reach: refuse,
    brokerVersion: () => null,
    close: async () => {},
  };
}
