import type { ClientConfig } from "pg";
import type { CountedView } from "../../../engine/labs/projectors/events.ts";
import { foldOrders } from "../../../engine/labs/projectors/orders-view.ts";
import type { StepOrder } from "../../../engine/labs/projectors/step-orders.ts";
import { ordersTopic } from "../../../engine/labs/projectors/topic-names.ts";
import { Refusal } from "../../errors.ts";
import type { Log } from "../../log/open-log.ts";
import type { LearnerNames } from "../learner-names.ts";
import type { LearnerDatabases } from "../postgres/learner-databases.ts";
import { shownRecord } from "../topics/shown-record.ts";
import { projectorEnded } from "./projector-ended.ts";
import type { ProjectorOrders } from "./projector-process.ts";
import { runProjector } from "./run-projector.ts";
import { ViewTable } from "./view-table.ts";

const bounds = { records: 1_000, characters: 1_000_000 };

/** One learner's views: a database of their own, and a consumer group for each. */
export class Views {
  readonly #log: Log;
  readonly #databases: LearnerDatabases;
  readonly #names: LearnerNames;
  readonly #groupsBegin: string;
  readonly #topic: string;
  #database: ClientConfig | null = null;

  constructor({ names, log, databases }: { names: LearnerNames; log: Log; databases: LearnerDatabases }) {
    this.#log = log;
    this.#databases = databases;
    // A reset of the lab about databases must not remove these tables.
    this.#names = { ...names, role: `${names.role}_projectors` };
    this.#groupsBegin = `${names.groupPrefix}projector-`;
    this.#topic = names.topicPrefix + ordersTopic;
  }

  /** Runs a projector process up to before `to`, or to its crash. */
  async run(
    run: Pick<ProjectorOrders, "order" | "view" | "to" | "killAfter">,
    report: Parameters<typeof runProjector>[1],
    signal: AbortSignal,
  ): Promise<"end" | "killed" | "failed"> {
    const { settings } = this.#log;
    const database = await this.#open();
    const group = this.#groupsBegin + run.view;
    return runProjector({ ...run, settings, database, topic: this.#topic, group }, report, signal);
  }

  /** Asks PostgreSQL for the rows, Kafka or PostgreSQL for the position, and folds the log. */
  async count(order: StepOrder, view: string): Promise<Omit<CountedView, "order">> {
    const [end = { end: 0 }] = await this.#log.ends(this.#topic);
    const { records } = await this.#log.read({ topic: this.#topic }, bounds);
    return this.#withTable(async (table) => {
      const rows = await table.rows(view);
      const position = order === "one-transaction" ? await table.position(view) : await this.#committed(view);
      return { rows, position, end: end.end, folded: foldOrders(records.map(shownRecord)) };
    });
  }

  /** Forgets one view and its position. */
  async clear(view: string): Promise<void> {
    await this.#withTable((table) => table.clear(view));
    await this.#removeGroups((group) => group === this.#groupsBegin + view);
  }

  /** Removes the groups, the database and its role. */
  async removeAll(): Promise<void> {
    await this.#removeGroups((group) => group.startsWith(this.#groupsBegin));
    this.#database = null;
    await this.#databases.drop(this.#names);
  }

  async #open(): Promise<ClientConfig> {
    this.#database ??= (await this.#databases.of(this.#names)).configFor("public");
    return this.#database;
  }

  /** Throws a refusal where PostgreSQL does not answer: it may have been killed. */
  async #withTable<T>(work: (table: ViewTable) => Promise<T>): Promise<T> {
    try {
      const table = await ViewTable.open(await this.#open());
      return await work(table).finally(() => table.close());
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw projectorEnded(error);
    }
  }

  async #committed(view: string): Promise<number> {
    const offsets = (await this.#log.groups.describe(this.#groupsBegin + view))?.offsets ?? [];
    return offsets.find(({ topic }) => topic === this.#topic)?.offset ?? 0;
  }

  async #removeGroups(isOurs: (group: string) => boolean): Promise<void> {
    for (const group of await this.#log.groups.list())
      if (isOurs(group)) await this.#log.groups.remove(group);
  }
}
