import type { ChangeRecord } from "../../../engine/labs/change-capture/events.ts";
import { type CapturedTable, capturedTables } from "../../../engine/labs/change-capture/shapes.ts";
import { Refusal } from "../../errors.ts";
import type { LabContext } from "../lab.ts";
import { readChange } from "./read-change.ts";

/** Records of one read, and characters of all its values. */
const bounds = { records: 100, characters: 1024 * 1024 };
/** Changes of one event. */
const mostChanges = 10;

/** The topics with a learner's changes: one of one partition for each table. */
export class ChangeTopics {
  readonly #context: Pick<LabContext, "log" | "names" | "address">;
  readonly #read = new Map<CapturedTable, number>();

  constructor(context: Pick<LabContext, "log" | "names" | "address">) {
    this.#context = context;
  }

  /** Before the name of a topic, as Kafka knows it; a connector puts schema and table after it. */
  get prefix(): string {
    const { log, names } = this.#context;
    return `${log.settings.topicPrefix}${names.topicPrefix}capture`;
  }

  /** The topics as their owner types them. */
  get shown(): Record<CapturedTable, string> {
    const { shortTopicPrefix } = this.#context.names;
    return {
      orders: `${shortTopicPrefix}capture-public-orders`,
      payments: `${shortTopicPrefix}capture-public-payments`,
    };
  }

  /** How many records were read. */
  get count(): number {
    return [...this.#read.values()].reduce((sum, each) => sum + each, 0);
  }

  async make(): Promise<void> {
    const { log, address } = this.#context;
    for (const table of capturedTables) {
      await log.topics.create(this.#full(table), address, { partitions: 1 });
      this.#read.set(table, 0);
    }
  }

  /** The records that have come since the last time, some at once. */
  async next(): Promise<ChangeRecord[][]> {
    const found: ChangeRecord[] = [];
    for (const [table, from] of this.#read) {
      const [range] = await this.#context.log.ends(this.#full(table));
      const to = Math.min(range?.end ?? 0, from + bounds.records);
      if (to <= from) continue;
      const request = { topic: this.#full(table), partitions: [{ partition: 0, from, to }] };
      const { records } = await this.#context.log.read(request, bounds);
      found.push(...records.map((record) => readChange(table, record)));
      this.#read.set(table, to);
    }
    const parts: ChangeRecord[][] = [];
    for (let at = 0; at < found.length; at += mostChanges) parts.push(found.slice(at, at + mostChanges));
    return parts;
  }

  /** Removes the topics, also those of an earlier session. */
  async remove(): Promise<void> {
    this.#read.clear();
    for (const table of capturedTables) {
      await this.#context.log.topics.remove(this.#full(table)).catch((error) => {
        if (!(error instanceof Refusal && error.code === "topic-unknown")) throw error;
      });
    }
  }

  #full(table: CapturedTable): string {
    return `${this.#context.names.topicPrefix}capture-public-${table}`;
  }
}
