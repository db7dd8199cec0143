import type { RawRecord } from "../../../fold/event.ts";
import { collectTrace } from "../../../fold/states-of-trace.ts";
import type { TraceEnd, TraceMessage } from "../../../fold/trace.ts";
import { loadNodeEngine } from "../../node-engine.ts";

const engine = await loadNodeEngine();

/** The end of a source's fold over four records. */
export async function runMistake(source: string): Promise<TraceEnd> {
  const messages: TraceMessage[] = [];
  const records = [0, 1, 2, 3].map(
    (offset): RawRecord => ({
      position: { topic: "given", partition: 0, offset },
      timestamp: 0,
      key: "cart-1",
      headers: {},
      value: JSON.stringify({ type: "ItemAdded", data: { sku: "hat", qty: 2 } }),
    }),
  );
  const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: records.length }] };
  await engine.run(
    { runId: "r", source, entry: { kind: "reducer" }, scope: "all", records, slice, seed: 1 },
    (message) => messages.push(message),
  );
  return collectTrace(messages).end;
}
