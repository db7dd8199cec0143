/** @module-tag full */
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { TraceEnd, TraceMessage } from "../../../engine/fold/trace.ts";
import { isAlive } from "../../../services/processes/process-by-pid.ts";
import { SliceStream } from "../../log/batch-stream.ts";
import { type OwnBroker, openOwnBroker } from "../../testing/own-broker.ts";
import {
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../../testing/test-playground.ts";
import { writeTopic } from "../../testing/write-topic.ts";

// A broker that was killed takes some time to come back, and the processes of a long fold give way to all others.
vi.setConfig({ testTimeout: 240_000 });

/** A broker of its own: these tests kill it. */
let broker: OwnBroker;
let server: TestServer;

const topic = "course.counted";
const partitions = 2;
const perPartition = 4_000;
const records = partitions * perPartition;

beforeAll(async () => {
  broker = await openOwnBroker();
  server = await openTestServer(broker.settings);
  const messages = Array.from({ length: records }, (_, i) => {
    const [partition, n] = [Math.floor(i / perPartition), i % perPartition];
    return {
      partition,
      key: `key-${partition}-${n % 20}`,
      timestamp: String(1_000_000 + n),
      value: JSON.stringify({ type: "Counted", data: { n, note: "x".repeat(500) } }),
    };
  });
  await writeTopic(broker.settings, topic, { partitions, atOnce: 500, messages });
});
afterAll(async () => {
  await server?.close();
  await broker?.close();
});
afterEach(() => void vi.restoreAllMocks());

const caller = { learner: "e".repeat(12), returned: true, address: "x", page: "p" };
type Scope = "all" | "by-key";

/** One long fold. `hit` is called with the records that were read of both partitions, as they are handed to the lanes. */
async function fold(scope: Scope, hit: (read: number) => Promise<void>, source = summingSource()) {
  const received: TraceMessage[] = [];
  const hasStarted = () => received.some(({ kind }) => kind === "start");
  const original = SliceStream.prototype.partition;
  const read = Array.from({ length: partitions }, () => 0);
  vi.spyOn(SliceStream.prototype, "partition").mockImplementation(async function* (
    this: SliceStream,
    partition,
  ) {
    await waitForCondition(hasStarted, "the start");
    read[partition] = 0;
    await hit(sum(read));
    for await (const part of original.call(this, partition)) {
      yield part;
      read[partition] = part.next;
      await hit(sum(read));
    }
  });
  const run = server.playground.run(
    { source, log: { topic, scope } },
    caller,
    (m) => received.push(m),
    never,
  );
  await run.finally(() => vi.restoreAllMocks());
  const ends = received.filter((message): message is TraceEnd => message.kind === "end");
  expect(ends).toHaveLength(1);
  expect(received.at(-1)?.kind).toBe("end");
  const [end] = ends as [TraceEnd];
  expect(end.steps).toBe(countIn(end.state, scope));
  return end;
}
const never = new AbortController().signal;

/** What the counting reducer has counted. */
function countIn(state: unknown, scope: Scope): number {
  if (scope === "all") return (state as { count: number }).count;
  return sum(Object.values(state as Record<string, { count: number }>).map(({ count }) => count));
}
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Calls `act` at the first moment at which so many records were read, until it has done something `times` times. */
function once(at: number, act: () => Promise<boolean>, times = 1) {
  let left = times;
  let acting: Promise<boolean> | null = null;
  return async (read: number) => {
    // Two partitions may come here at once: what is killed for one is not killed for the other again.
    await acting;
    if (read < at || left === 0) return;
    acting = act();
    if (await acting) left--;
    acting = null;
  };
}

const lanePids = () => {
  const { pids, pool } = server.playground.runner;
  return pids.filter((pid) => !pool.pids.includes(pid));
};
/** False where there are none. */
async function killLanes(): Promise<boolean> {
  const pids = lanePids().filter(isAlive);
  for (const pid of pids) process.kill(pid, "SIGKILL");
  await waitForCondition(() => !pids.some(isAlive), "the end of the lanes");
  return pids.length > 0;
}
async function killBroker(): Promise<boolean> {
  await broker.kill();
  return true;
}

/** Asks the broker itself: `/readyz` repeats an answer for a second, also that of a broker that has just been killed. */
async function isBack(): Promise<boolean> {
  const found = await server.playground.log.topics.describe(topic).catch(() => null);
  return found?.partitions.every(({ leader }) => leader >= 0) ?? false;
}

test.each<[string, Scope, number]>([
  ["before its first record", "all", 0],
  ["in its middle", "all", records / 2],
  ["in its middle, by key,", "by-key", records / 2],
  ["after its last record was read", "all", records],
])("a long fold whose broker is killed %s ends once, with the state it reached", async (_, scope, at) => {
  await waitForCondition(isBack, "the broker", 60_000);
  const end = await fold(scope, once(at, killBroker));
  expect(end.verdict).toBe("log-unavailable");
  // In the order of the merge the last record of one partition is folded once the next one of the other is known.
  expect(end.steps).toBeGreaterThanOrEqual(at === records ? at : at - 1);
  expect(end.message).toMatch(/Try again in a moment/);
  if (at === records) expect(end).toMatchObject({ steps: records, at: null });
  else {
    expect(end.at?.index).toBe(end.steps);
    expect(end.message).toContain(`offset ${end.at?.position?.offset.toLocaleString("en")} of ${topic}`);
  }
});

test.each<[string, Scope, number]>([
  ["before its first record", "all", 0],
  ["in its middle", "all", records / 2],
  ["in its middle, by key,", "by-key", records / 2],
  ["after its last record was read", "by-key", records],
])(
  "a long fold whose processes are killed %s is folded again, and ends once with every record",
  async (_, scope, at) => {
    await waitForCondition(isBack, "the broker", 60_000);
    const end = await fold(scope, once(at, killLanes));
    expect(end).toMatchObject({ verdict: "ok", message: "", steps: records, skipped: 0 });
  },
);

test("a long fold whose processes are killed twice ends once, with the state of its last keyframe", async () => {
  await waitForCondition(isBack, "the broker", 60_000);
  const end = await fold("all", once(records / 2, killLanes, 2));
  expect(end).toMatchObject({ verdict: "engine-fault" });
});

test("a long fold that the learner's code stops has the steps that its state counts", async () => {
  await waitForCondition(isBack, "the broker", 60_000);
  const at = perPartition - 10;
  const stopping = summingSource(`if (event.data.n === ${at}) throw new Error("no");`);
  const end = await fold("all", async () => {}, stopping);
  expect(end).toMatchObject({ verdict: "threw", steps: partitions * at });
  expect((await fold("by-key", async () => {}, stopping)).verdict).toBe("threw");
});

test("whenever broker or processes are killed, a long fold ends once and its steps are those of its state", async () => {
  const kill = fc.record({
    what: fc.constantFrom("broker" as const, "lanes" as const, "lanes" as const),
    at: fc.nat(records),
    times: fc.integer({ min: 1, max: 2 }),
    scope: fc.constantFrom<Scope>("all", "by-key"),
  });
  await fc.assert(
    fc.asyncProperty(kill, async ({ what, at, times, scope }) => {
      await waitForCondition(isBack, "the broker", 60_000);
      const end = await fold(scope, what === "broker" ? once(at, killBroker) : once(at, killLanes, times));
      const expected = { broker: ["log-unavailable", "ok"], lanes: ["ok", "engine-fault"] }[what];
      expect(expected).toContain(end.verdict);
    }),
    { numRuns: 4 },
  );
});
