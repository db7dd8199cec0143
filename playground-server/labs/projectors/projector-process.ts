import type { ClientConfig } from "pg";
import { customerOf } from "../../../engine/labs/projectors/orders-view.ts";
import { type ProjectorStep, type StepOrder, stepsOf } from "../../../engine/labs/projectors/step-orders.ts";
import type { KafkaSettings } from "../../log/kafka-client.ts";
import { SliceReader } from "../../log/slice-reader.ts";
import { shownRecord } from "../topics/shown-record.ts";
import { GroupPosition } from "./group-position.ts";
import { ViewTable } from "./view-table.ts";

/** What the server sends to the process once, after its start. Names are without the prefix of the cluster. */
export interface ProjectorOrders {
  settings: KafkaSettings;
  database: ClientConfig;
  topic: string;
  group: string;
  /** The name of its view in the table. */
  view: string;
  order: StepOrder;
  /** It reads up to before this offset. */
  to: number;
  killAfter: number | null;
}

/** What it tells: where it begins, and each step. */
export type ProjectorMessage =
  | { kind: "started"; from: number }
  | { kind: "step"; offset: number; step: ProjectorStep | "read" }
  /** It has come to the crash point, and does nothing more. */
  | { kind: "waiting-for-kill" }
  | { kind: "end" };

const bounds = { records: 1_000, characters: 1_000_000 };

/** A projector as a process of its own, so that a kill leaves what a kill leaves. */
async function runProjector(orders: ProjectorOrders, tell: (message: ProjectorMessage) => void) {
  const { settings, database, topic, view, order, to } = orders;
  const { topicPrefix } = settings;
  const table = await ViewTable.open(database);
  const group = new GroupPosition({
    settings,
    group: topicPrefix + orders.group,
    topic: topicPrefix + topic,
  });
  const inTransaction = order === "one-transaction";
  const from = inTransaction ? await table.position(view) : await group.read();
  tell({ kind: "started", from });
  if (from >= to) return;
  const partitions = [{ partition: 0, from, to }];
  const { records } = await new SliceReader(settings).read({ topic, partitions }, bounds);
  let killAfter = orders.killAfter;
  for (const record of records.map(shownRecord)) {
    const { offset } = record;
    const customer = customerOf(record);
    const steps: Record<ProjectorStep, () => Promise<void>> = {
      "commit-offset": () => group.commit(offset + 1),
      apply: async () => {
        if (inTransaction) await table.begin();
        if (customer !== null) await table.addOrder(view, customer);
      },
      "store-position": () => table.storePosition(view, offset + 1),
      "commit-transaction": () => table.commit(),
    };
    tell({ kind: "step", offset, step: "read" });
    for (const [done, step] of [...stepsOf[order], null].entries()) {
      if (done === killAfter) {
        tell({ kind: "waiting-for-kill" });
        await new Promise(() => {});
      }
      if (step === null) continue;
      await steps[step]();
      tell({ kind: "step", offset, step });
    }
    // Only the first record has a crash point.
    killAfter = null;
  }
}

process.once("message", (orders: ProjectorOrders) => {
  runProjector(orders, (message) => process.send?.(message)).then(
    () => process.send?.({ kind: "end" } satisfies ProjectorMessage, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`, () => process.exit(1));
    },
  );
});
// The server is gone.
process.once("disconnect", () => process.exit(1));
