import type { Logger } from "pino";
import { withoutLearner } from "../../engine/protocol/learner-topics.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { logLimits } from "./limits.ts";
import type { TopicMetadata } from "./topic-metadata.ts";
import { ownerOf } from "./topic-names.ts";
import type { TopicSizes } from "./topic-sizes.ts";

/** Bytes of a topic. */
interface Bytes {
  /** What the brokers said last. */
  measured: number;
  /** What was appended here since they were asked: an upper bound, as compaction and retention take away. */
  since: number;
  /** What is on its way to them. */
  sending: number;
}

/** The topics of one learner. */
interface Account {
  topics: Map<string, Bytes>;
  /** When the brokers were last asked, in ms since 1970. */
  asked: number;
  asking: Promise<void> | null;
}

/**
 * Keeps learners' topics within `topicBytes` and `learnerBytes`, whatever their cleanup policy: Kafka itself bounds no
 * topic that is only compacted. The brokers are asked now and then, and what goes through this server is counted between.
 */
export class TopicSpaceLimit {
  #topics: TopicMetadata;
  #sizes: TopicSizes;
  #logger: Logger;
  #accounts = new Map<string, Account>();
  /** Whether the brokers could not be asked last time: then only what is counted here is known. */
  #unmeasured = false;

  constructor(topics: TopicMetadata, sizes: TopicSizes, logger: Logger) {
    this.#topics = topics;
    this.#sizes = sizes;
    this.#logger = logger;
  }

  /** Sends a record of this many bytes to a learner's topic if there is room for it. Throws `topic-full`. */
  async send<T>(topic: string, size: number, send: () => Promise<T>): Promise<T> {
    const account = this.#account(topic);
    if (Date.now() - account.asked > logLimits.bytesAgeMilliseconds) {
      account.asking ??= this.#ask(topic, account).finally(() => {
        account.asking = null;
      });
      await account.asking;
    }
    const bytes = bytesOf(account, topic);
    expectRoom(topic, account, size);
    bytes.sending += size;
    try {
      return await send();
    } finally {
      // Also after a failure: the record may have been written.
      bytes.sending -= size;
      bytes.since += size;
    }
  }

  /** A topic was deleted: the brokers are asked again before the next append. */
  forget(topic: string): void {
    const account = this.#accounts.get(ownerOf(topic) ?? "");
    account?.topics.delete(topic);
    if (account) account.asked = 0;
  }

  #account(topic: string): Account {
    const owner = ownerOf(topic) ?? "";
    const known = this.#accounts.get(owner);
    if (known) return known;
    // Those of learners who are gone are dropped now and then; the brokers know their bytes.
    const old = Date.now() - 2 * logLimits.bytesAgeMilliseconds;
    for (const [other, { asked, topics }] of this.#accounts) {
      const idle = [...topics.values()].every(({ sending }) => sending === 0);
      if (asked < old && idle && !this.#unmeasured) this.#accounts.delete(other);
    }
    const account: Account = { topics: new Map(), asked: 0, asking: null };
    this.#accounts.set(owner, account);
    return account;
  }

  async #ask(topic: string, account: Account): Promise<void> {
    account.asked = Date.now();
    const before = [...account.topics.values()].map((bytes) => ({ bytes, since: bytes.since }));
    try {
      const counts = await this.#topics.partitionCounts();
      const owned = [...counts].filter(([name]) => ownerOf(name) === ownerOf(topic));
      const sizes = await this.#sizes.measure(new Map(owned));
      for (const { bytes, since } of before) bytes.since -= since;
      for (const [name, { since, sending }] of account.topics) {
        if (!sizes.has(name) && since + sending === 0) account.topics.delete(name);
      }
      for (const [name, measured] of sizes) bytesOf(account, name).measured = measured;
      this.#unmeasured = false;
    } catch (error) {
      // What goes through this server is counted all the same, from its start on.
      if (!this.#unmeasured)
        this.#logger.warn(
          { err: error },
          "how large topics are is not known: only what this server appends is counted",
        );
      this.#unmeasured = true;
    }
  }
}

function bytesOf(account: Account, topic: string): Bytes {
  const bytes = account.topics.get(topic) ?? { measured: 0, since: 0, sending: 0 };
  account.topics.set(topic, bytes);
  return bytes;
}

const total = ({ measured, since, sending }: Bytes) => measured + since + sending;

function expectRoom(topic: string, { topics }: Account, size: number): void {
  const { topicBytes, learnerBytes } = logLimits;
  const ofTopic = total(topics.get(topic) ?? { measured: 0, since: 0, sending: 0 });
  if (ofTopic + size > topicBytes) {
    const held = { topic: withoutLearner(topic), bytes: ofTopic, most: topicBytes };
    throw new Refusal("topic-full", refusalDetail("bytes-of-topic", held));
  }
  const ofLearner = [...topics.values()].reduce((sum, bytes) => sum + total(bytes), 0);
  if (ofLearner + size > learnerBytes) {
    const held = { bytes: ofLearner, most: learnerBytes };
    throw new Refusal("topic-full", refusalDetail("bytes-of-topics", held));
  }
}
