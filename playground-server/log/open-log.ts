import type { Logger } from "pino";
import type { NewEvent, Position } from "../../engine/fold/event.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal } from "../errors.ts";
import { Appender, expectSmall } from "./append.ts";
import { type KafkaSettings, openKafkaJs } from "./client.ts";
import { Fetcher } from "./fetcher.ts";
import { Groups } from "./groups.ts";
import { type LearnerQuota, LearnerTopics, type WantedTopic } from "./learner-topics.ts";
import { type SeedReport, seedTopics } from "./seed.ts";
import { type SliceBounds, type SliceRead, SliceReader, type SliceRequest } from "./slice.ts";
import { SliceStream } from "./stream.ts";
import { Tail, type Viewer } from "./tail.ts";
import { ownerOf } from "./topic-names.ts";
import { type ClusterBroker, type DescribedTopic, Topics } from "./topics.ts";
import { saysUnknownTopic, unavailable, within } from "./unavailable.ts";

/** A record to be appended as it is. Without a partition its key decides. */
export interface PlainRecord {
  key: string | null;
  value: string | null;
  partition?: number;
  headers?: Record<string, string>;
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
  watch(topic: string, viewer: Viewer): Promise<() => void>;
  /** The first offset of every partition, and one past its last. Throws `topic-unknown`. */
  ends(topic: string): Promise<{ start: number; end: number }[]>;
  brokers(): Promise<ClusterBroker[]>;
  groups: Pick<Groups, "list" | "describe" | "setOffsets" | "remove" | "consume" | "close">;
  topics: {
    all(): Promise<string[]>;
    /** Null where there is no such topic. */
    describe(topic: string): Promise<(DescribedTopic & { id: string }) | null>;
    /** Makes a learner's topic, on account of the address. */
    create(topic: string, address: string, wanted: WantedTopic): Promise<void>;
    /** Deletes a learner's topic. */
    remove(topic: string): Promise<void>;
    sweep(now?: number): Promise<string[]>;
    /** How many learners' topics there were when they were last counted. */
    counted(): number;
  };
  seed(topics: CourseTopic[], mayWrite: boolean): Promise<SeedReport[]>;
  /** Resolves when a broker answers, throws `log-unavailable` otherwise. Asked at most once a second. */
  reach(): Promise<void>;
  /** The broker's version, on a cluster of somebody else as far as its protocol tells; null while unknown. */
  brokerVersion(): string | null;
  close(): Promise<void>;
}

const reachDeadline = 2_500;
const reachFresh = 1_000;

export function openLog(settings: KafkaSettings, quota: LearnerQuota, logger: Logger): Log {
  if (settings.kind === "none") return noLog(settings);
  const kafka = openKafkaJs(settings, logger);
  const topics = new Topics(kafka, settings);
  const reader = new SliceReader(settings);
  const appender = new Appender(kafka, settings);
  const health = new Fetcher(settings, 100);
  const tail = new Tail(settings);
  const learners = new LearnerTopics(topics, reader, quota, logger);
  const groups = new Groups(kafka, settings);
  let version: string | null = null;
  let reached: { at: number; answer: Promise<void> } | null = null;

  return {
    settings,
    read: (request, bounds) => reader.read(request, bounds),
    measure: (request) => reader.measure(request),
    stream: (slice) => new SliceStream(settings, slice),
    async append(topic, key, event, address) {
      expectLearners(topic);
      const attempt = async () => {
        await learners.ensure(topic, address);
        try {
          return await appender.append(topic, key, event);
        } catch (error) {
          learners.forget(topic);
          throw error;
        }
      };
      // The client asks for all topics it ever wrote to, and fails where one of them was deleted: a new one does not.
      return attempt().catch((error) => (saysUnknownTopic(error) ? attempt() : Promise.reject(error)));
    },
    async produce(topic, record) {
      expectLearners(topic);
      const size = Buffer.byteLength(record.value ?? "") + Buffer.byteLength(record.key ?? "");
      expectSmall(size);
      return appender.send(topic, [record]);
    },
    watch: (topic, viewer) => tail.watch(topic, viewer),
    ends: (topic) => reader.ends(topic),
    brokers: () => topics.brokers(),
    groups,
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
      async remove(topic) {
        expectLearners(topic);
        await learners.remove(topic);
      },
      sweep: (now) => learners.sweep(now),
      counted: () => learners.counted,
    },
    seed: (wanted, mayWrite) => seedTopics(wanted, { topics, reader, appender }, mayWrite),
    reach() {
      if (!reached || Date.now() - reached.at > reachFresh) {
        const answer = within(reachDeadline, health.version()).then(
          (found) => {
            version = settings.version ?? found;
          },
          (error: unknown) => {
            throw unavailable(error);
          },
        );
        reached = { at: Date.now(), answer };
      }
      return reached.answer;
    },
    brokerVersion: () => version,
    async close() {
      await Promise.all([
        ...[reader.close(), health.close(), appender.close()],
        ...[tail.close(), topics.close(), groups.close()],
      ]);
    },
  };
}

function expectLearners(topic: string): void {
  if (ownerOf(topic) === null) throw new Refusal("topic-read-only");
}

/** Where no Kafka runs: everything that needs it says so. */
function noLog(settings: KafkaSettings): Log {
  const refuse = () => Promise.reject(new Refusal("log-unavailable", settings.sentence));
  return {
    settings,
    read: refuse,
    measure: refuse,
    stream: (slice) => new SliceStream(settings, slice),
    append: refuse,
    produce: refuse,
    watch: refuse,
    ends: refuse,
    brokers: refuse,
    groups: {
      ...{ list: refuse, describe: refuse, setOffsets: refuse, remove: refuse, consume: refuse },
      close: async () => {},
    },
    topics: {
      all: refuse,
      describe: refuse,
      create: refuse,
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
