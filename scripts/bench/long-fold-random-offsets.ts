import { readFileSync } from "node:fs";
import type { TraceStart } from "../../engine/fold/trace.ts";
import type { BenchEnvironment } from "./bench-environment.ts";
import { fillTopic } from "./ledger/fill-topic.ts";
import { ledgerReducer } from "./ledger/ledger-records.ts";
import { repeatTopic } from "./ledger/repeat-topic.ts";
import { foldTopic, formatRecords, type Measurement } from "./measurement.ts";
import { memoryOf, watchMemory } from "./process-tree.ts";
import { median, percentile, type Row } from "./result-table.ts";
import { ask, endOf, type SimulatedVisitor, simulateVisitor } from "./simulated-visitor.ts";

const topic = "course.bench-long";
const partitions = 4;
/** Looks at random offsets, each followed by one at its neighbour. */
const looks = 200;
const megabyte = 1024 * 1024;

/** A long log folded once, what that takes, and then any of its offsets. */
export const randomOffsets: Measurement = {
  name: "offsets",
  async measure({ kafka, url, pid }: BenchEnvironment, { foldRecords, times }): Promise<Row[]> {
    const from = foldTopic(partitions);
    await fillTopic(kafka, { topic: from, partitions, records: foldRecords });
    await repeatTopic(kafka, { from, to: topic, partitions, times });
    const records = foldRecords * times;
    const one = simulateVisitor(url);
    const source = readFileSync(ledgerReducer, "utf8");
    const atRest = memoryOf(pid);
    const memory = watchMemory(pid);
    const folded = ask(one, "/api/runs", { source, log: { topic, scope: "by-key" } });
    const most = folded.then(memory.stop, memory.stop);
    const answer = await folded;
    const { steps } = endOf(answer);
    if (steps !== records) throw new Error(`${steps} of ${formatRecords(records)} were folded.`);
    const { read, cached } = await look(one, startOf(answer.text));
    const p95 = (times: number[]) => percentile(times, 0.95);
    const where = `${formatRecords(records)} by key, ${partitions} partitions`;
    return [
      { what: `${where}: folded once`, value: answer.end / 1_000, unit: "s" },
      { what: `${where}: folded once, records a second`, value: (records * 1_000) / answer.end, unit: "/s" },
      ...memoryRows(atRest, await most),
      {
        what: "any offset of it to its state, with a read of Kafka: 95th percentile",
        value: p95(read),
        unit: "ms",
        target: { atMost: 100 },
      },
      { what: "any offset with a read of Kafka: median", value: median(read), unit: "ms" },
      {
        what: "its neighbour, the window's records cached: 95th percentile",
        value: p95(cached),
        unit: "ms",
        target: { atMost: 50 },
      },
      { what: "its neighbour: median", value: median(cached), unit: "ms" },
    ];
  },
};

function memoryRows(atRest: number | null, most: number | null): Row[] {
  if (atRest === null || most === null) return [];
  return [
    {
      what: "memory of server and sandboxes during that fold, at most (proportional set size)",
      value: most / megabyte,
      unit: "MB",
      target: { atMost: 600 },
    },
    { what: "memory of server and sandboxes before it", value: atRest / megabyte, unit: "MB" },
  ];
}

function startOf(text: string): TraceStart {
  const line = text.split("\n").find((line) => line.startsWith('{"kind":"start"'));
  if (line === undefined) throw new Error("The fold has no start.");
  return JSON.parse(line) as TraceStart;
}

/** Milliseconds from the request to the last line of the window that holds the offset's step. */
async function look(
  one: SimulatedVisitor,
  { runId, slice }: TraceStart,
): Promise<{ read: number[]; cached: number[] }> {
  const read: number[] = [];
  const cached: number[] = [];
  for (let i = 0; i < looks; i++) {
    const { partition, to } = slice.partitions[i % slice.partitions.length] as (typeof slice.partitions)[0];
    const offset = Math.floor(Math.random() * (to - 1));
    read.push(await windowAt(one, runId, partition, offset));
    cached.push(await windowAt(one, runId, partition, offset + 1));
  }
  return { read, cached };
}

async function windowAt(
  one: SimulatedVisitor,
  runId: string,
  partition: number,
  offset: number,
): Promise<number> {
  const path = `/api/runs/${runId}/window?partition=${partition}&offset=${offset}`;
  const answer = await ask(one, path);
  endOf(answer);
  if (!answer.text.includes(`"partition":${partition},"offset":${offset}}`)) {
    throw new Error(`The window around offset ${offset} does not hold it.`);
  }
  return answer.end;
}
