import { type LogRecord, type RawRecord, readRecord } from "../../engine/fold/event.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { type Fetched, readAnswer } from "./decode-batches.ts";
import { Fetcher } from "./fetcher.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import { kafkaRefusal } from "./kafka-errors.ts";
import type { RawAnswer } from "./raw-fetch.ts";

export interface Viewer {
  onRecord(record: LogRecord, raw: RawRecord): void;
  /** The topic is gone, or may not be read any more. Nothing follows. */
  onEnd(refusal: Refusal): void;
}

interface Tailed {
  topic: string;
  topicId: string;
  leaders: number[];
  /** The next offset of each partition. */
  next: number[];
  viewers: Set<Viewer>;
}

/** How long a broker holds a fetch that has nothing new, in ms: also how long a new topic waits to be taken along. */
const maxWait = 250;
const retryDelay = 1_000;

/**
 * New records as they arrive. All viewers of a topic share one reader, and all topics of a broker one connection.
 * While Kafka is away viewers wait; when it is back they get what came meanwhile.
 */
export class Tail {
  #settings: KafkaSettings;
  #topics = new Map<string, Promise<Tailed>>();
  #live = new Set<Tailed>();
  #loops = new Map<number, Fetcher>();
  #places: Fetcher;
  #closed = false;

  constructor(settings: KafkaSettings) {
    this.#settings = settings;
    this.#places = new Fetcher(settings, 100);
  }

  /** Watches a topic from now on. Answers a function that stops. Throws `topic-unknown`, `log-unavailable`. */
  async watch(topic: string, viewer: Viewer): Promise<() => void> {
    let opening = this.#topics.get(topic);
    if (!opening) {
      opening = this.#open(topic);
      this.#topics.set(topic, opening);
      opening.catch(() => this.#topics.delete(topic));
    }
    const tailed = await opening;
    // Its last viewer may have left meanwhile: then it is not read any more.
    if (this.#topics.get(topic) !== opening) return this.watch(topic, viewer);
    tailed.viewers.add(viewer);
    this.#live.add(tailed);
    for (const node of new Set(tailed.leaders)) this.#start(node);
    return () => {
      tailed.viewers.delete(viewer);
      if (tailed.viewers.size === 0) this.#forget(tailed);
    };
  }

  /** The topics that have a viewer now. */
  watched(): string[] {
    return [...this.#live].map(({ topic }) => topic);
  }

  async #open(topic: string): Promise<Tailed> {
    const place = await this.#places.place(topic, true);
    const ends = await this.#places.ends(topic);
    return {
      topic,
      topicId: place.id,
      leaders: place.leaders,
      next: ends.map(({ end }) => end),
      viewers: new Set(),
    };
  }

  #forget(tailed: Tailed): void {
    this.#live.delete(tailed);
    this.#topics.delete(tailed.topic);
  }

  #start(node: number): void {
    if (this.#loops.has(node) || this.#closed) return;
    const fetcher = new Fetcher(this.#settings, maxWait);
    this.#loops.set(node, fetcher);
    void this.#loop(node, fetcher);
  }

  /** Runs as long as a partition that this broker leads has a viewer. */
  async #loop(node: number, fetcher: Fetcher): Promise<void> {
    for (;;) {
      const wanted = [...this.#live].flatMap((tailed) =>
        tailed.leaders.flatMap((leader, partition) => (leader === node ? [{ tailed, partition }] : [])),
      );
      if (wanted.length === 0 || this.#closed) break;
      const from = wanted.map(({ tailed, partition }) => ({
        topicId: tailed.topicId,
        partition,
        offset: tailed.next[partition] as number,
      }));
      try {
        for (const answer of await fetcher.fetch(node, from)) this.#deliver(answer);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryDelay));
        await this.#findAgain();
      }
    }
    this.#loops.delete(node);
    await fetcher.close();
  }

  #deliver(answer: RawAnswer): void {
    const tailed = [...this.#live].find(({ topicId }) => topicId === answer.topicId);
    if (!tailed) return;
    const { partition } = answer;
    const from = tailed.next[partition] as number;
    let read: Fetched;
    try {
      read = readAnswer({ topic: tailed.topic, partition }, answer, from, Number.MAX_SAFE_INTEGER);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A repetition would give the same error, so the viewers get it.
      for (const viewer of tailed.viewers) viewer.onEnd(error);
      this.#forget(tailed);
      return;
    }
    const { records, next } = read;
    tailed.next[partition] = next;
    for (const raw of records) {
      const record = readRecord(raw);
      for (const viewer of tailed.viewers) viewer.onRecord(record, raw);
    }
  }

  /** After a failure: leaders may have moved, a topic may be gone, and its first records may have expired. */
  async #findAgain(): Promise<void> {
    for (const tailed of this.#live) {
      try {
        const place = await this.#places.place(tailed.topic, true);
        const ends = await this.#places.ends(tailed.topic);
        if (place.id !== tailed.topicId)
          throw new Refusal("topic-unknown", refusalDetail("topic-created-again", { topic: tailed.topic }));
        tailed.leaders = place.leaders;
        tailed.next = ends.map(({ start, end }, i) => Math.min(Math.max(tailed.next[i] ?? end, start), end));
        for (const node of new Set(place.leaders)) this.#start(node);
      } catch (error) {
        const refusal = kafkaRefusal(error);
        if (refusal.code === "log-unavailable" || refusal.code === "internal") return;
        for (const viewer of tailed.viewers) viewer.onEnd(refusal);
        this.#forget(tailed);
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#live.clear();
    await Promise.all([this.#places, ...this.#loops.values()].map((fetcher) => fetcher.close()));
  }
}
