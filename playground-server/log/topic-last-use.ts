import { z } from "zod";
import { Refusal } from "../errors.ts";
import type { Appender } from "./append.ts";
import type { SliceReader } from "./slice-reader.ts";
import type { TopicMetadata } from "./topic-metadata.ts";

const topicUse = z.object({
  /** In ms since 1970. */
  at: z.number(),
  /** The network address for which the topic was made; null where another client made it. */
  network: z.string().nullable(),
});

/** A use of a learner's topic. */
export type TopicLastUse = z.infer<typeof topicUse>;

/** Kafka keeps the newest record of each topic's name here, so that replicas and restarts know it. */
export const topicUseTopic = "offset-zero.topic-use";

const settings = {
  "cleanup.policy": "compact",
  // Only closed segments are compacted: small ones, and one an hour, keep this topic quick to read.
  "segment.bytes": String(1024 * 1024),
  "segment.ms": String(3_600_000),
  "min.cleanable.dirty.ratio": "0.1",
};
/** Offsets grow for ever although compaction keeps few records: only the characters are bounded. */
const bounds = { records: Number.MAX_SAFE_INTEGER, characters: 32 * 1024 * 1024 };

/** When each learner's topic was last used: a compacted topic of ours, folded at every reading. Throws refusals. */
export class TopicLastUseLog {
  #topics: TopicMetadata;
  #reader: SliceReader;
  #appender: Appender;
  #made: Promise<void> | null = null;

  constructor(topics: TopicMetadata, reader: SliceReader, appender: Appender) {
    this.#topics = topics;
    this.#reader = reader;
    this.#appender = appender;
  }

  /** The last noted use of every topic, by the topic's name without the prefix. */
  async read(): Promise<Map<string, TopicLastUse>> {
    const uses = new Map<string, TopicLastUse>();
    for (const { key, value } of await this.#records()) {
      if (key === null) continue;
      const use = value === null ? null : readUse(value);
      if (use) uses.set(key, use);
      else uses.delete(key);
    }
    return uses;
  }

  async #records() {
    try {
      return (await this.#reader.read({ topic: topicUseTopic }, bounds)).records;
    } catch (error) {
      if (error instanceof Refusal && error.code === "topic-unknown") return [];
      throw error;
    }
  }

  note(topic: string, use: TopicLastUse): Promise<void> {
    return this.#append(topic, JSON.stringify(use));
  }

  /** For a topic that is deleted. */
  forget(topic: string): Promise<void> {
    return this.#append(topic, null);
  }

  async #append(key: string, value: string | null): Promise<void> {
    this.#made ??= this.#topics.create(topicUseTopic, 1, settings);
    try {
      await this.#made;
      await this.#appender.send(topicUseTopic, [{ key, value }]);
    } catch (error) {
      // An operator may have deleted it: the next note creates it again.
      this.#made = null;
      throw error;
    }
  }
}

/** Null where another client wrote something else: the topic then counts as one whose use was never noted. */
function readUse(value: string): TopicLastUse | null {
  try {
    return topicUse.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
