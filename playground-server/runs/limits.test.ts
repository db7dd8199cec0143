import { afterEach, describe, expect, test, vi } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { silentLogger, summingSource, waitForCondition } from "../testing/test-playground.ts";
import { createLineSplitter } from "./bounded-line-splitter.ts";
import { cpuTime } from "./cpu-time.ts";
import { SlotQueue } from "./fair-slot-queue.ts";
import { type HardLimits, limitsForLines, processLimits, queueLimits, runLimits } from "./limits.ts";
import type { SandboxJob } from "./sandbox-messages.ts";
import { SandboxPool } from "./sandbox-pool.ts";
import { type Outcome, type OutputMessage, SandboxProcess } from "./sandbox-process.ts";

const never = new AbortController().signal;

/** A loop that only the kill from outside ends: inside a built-in the engine does not count. */
const unstoppable = summingSource('"" + new Array(1e9);');

/** The same record, so often. */
function job(source: string, records = 1, requests = 1): SandboxJob {
  const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: records }] };
  const record = { timestamp: 0, key: "k", headers: {}, value: '{"type":"Counted","data":{}}' };
  const position = (offset: number) => ({ topic: "t", partition: 0, offset });
  const all = Array.from({ length: records }, (_, offset) => ({ ...record, position: position(offset) }));
  return {
    shared: { source, entry: { kind: "reducer" }, scope: "all", seed: 1, twice: false },
    requests: Array.from({ length: requests }, () => ({ runId: "r", slice, records: all })),
  };
}

describe("hard limits", () => {
  const wide: HardLimits = {
    cpuMilliseconds: 60_000,
    wallMilliseconds: 60_000,
    foldMilliseconds: 60_000,
    jobWallMilliseconds: 60_000,
    outputCharacters: runLimits.outputCharacters,
  };

  async function outcome(limits: HardLimits, work: SandboxJob): Promise<Outcome> {
    const process = new SandboxProcess(limits);
    try {
      await process.ready;
      return await process.run(work, () => true, never);
    } finally {
      process.kill();
      await process.gone;
    }
  }

  // Only Linux tells how much processor time a process has used.
  const kept = ["wallMilliseconds", "jobWallMilliseconds"] as const;
  test.each(process.platform === "linux" ? (["cpuMilliseconds", ...kept] as const) : kept)(
    "%s",
    async (name) => {
      const limit = { kind: "limit", milliseconds: 300 };
      expect(await outcome({ ...wide, [name]: 300 }, job(unstoppable))).toEqual(limit);
      expect(await outcome(wide, job(summingSource()))).toEqual({ kind: "done", healthy: true });
    },
  );

  test("what the engine counts is ended by what it counts, however slow the machine is", async () => {
    // Longer than this, and never silent.
    const narrow = { ...wide, cpuMilliseconds: 500, wallMilliseconds: 5_000 };
    for (const work of [
      job(summingSource('/^(a+)+$/.test("a".repeat(40) + "!");')),
      job(summingSource("Array.from({ length: 20_000 }, (_, i) => i).sort();"), 20),
    ]) {
      expect(await outcome(narrow, work)).toEqual({ kind: "done", healthy: true });
    }
  });

  test.runIf(process.platform === "linux")("foldMilliseconds", async () => {
    const few = { ...wide, foldMilliseconds: 300 };
    const steps = job(summingSource('"a".repeat(400_000).indexOf("a".repeat(2_000) + "b");'), 5_000);
    expect(await outcome(few, steps)).toEqual({ kind: "limit", milliseconds: 300 });
    expect(await outcome(few, job(summingSource()))).toEqual({ kind: "done", healthy: true });
  });

  test("linesTimes", () => {
    const { jobWallMilliseconds, outputCharacters, ...times } = limitsForLines(wide);
    for (const milliseconds of Object.values(times)) expect(milliseconds).toBe(60_000 * limits.linesTimes);
    expect(Object.keys(times)).toEqual(["cpuMilliseconds", "wallMilliseconds", "foldMilliseconds"]);
    expect(jobWallMilliseconds).toBe(wide.jobWallMilliseconds);
  });

  test("outputCharacters", async () => {
    const little = { ...wide, outputCharacters: 10_000 };
    expect(await outcome(little, job(summingSource(), 1))).toEqual({ kind: "done", healthy: true });
    expect(await outcome(little, job(summingSource(), 100))).toEqual({ kind: "too-much-output" });
  });

  test("retiringCharacters", async () => {
    const large = `export const initialState = () => ""; export const evolve = (_, e) => e.metadata.position.offset + "x".repeat(150_000);`;
    const killed = async (records: number) => {
      const process = new SandboxProcess(wide);
      await process.ready;
      await process.run(job(`${large} // ${records}`, records), () => true, never);
      await process.idle;
      const gone = process.killed;
      process.kill();
      await process.gone;
      return gone;
    };
    const perStep = 150_000;
    expect(await killed(1)).toBe(false);
    expect(await killed(Math.ceil(processLimits.retiringCharacters / perStep))).toBe(true);
  });

  test("graceMilliseconds", async () => {
    const process = new SandboxProcess(wide);
    await process.ready;
    const controller = new AbortController();
    const received: OutputMessage[] = [];
    const given = process.run(job(unstoppable), (said) => received.push(said) > 0, controller.signal);
    await waitForCondition(() => received.length > 0, "the start");
    // Given up before it, the fold would end by itself: it has to be deep in the built-in.
    const before = cpuTime(process.pid) ?? 0;
    await waitForCondition(() => (cpuTime(process.pid) ?? 0) - before > 100, "the built-in");
    controller.abort();
    expect(await given).toEqual({ kind: "cancelled" });
    expect(await process.idle).toBe("lost");
    expect(process.killed).toBe(true);
    await process.gone;
  });
});

describe("a process", () => {
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["in a loop", summingSource("while (true) {}"), 1, 1],
    ["in a regular expression", summingSource('/^(a+)+$/.test("a".repeat(40) + "!");'), 1, 1],
    ["between two records", summingSource("let n = 0; for (let i = 0; i < 3_000; i++) n += i;"), 5_000, 1],
    ["between two folds", summingSource(), 1, 5_000],
  ])("is kept when its job is given up %s", async (_, source, records, requests) => {
    const process = new SandboxProcess(runLimits);
    await process.ready;
    const controller = new AbortController();
    const received: OutputMessage[] = [];
    const hear = (said: OutputMessage) => {
      received.push(said);
      controller.abort();
      return true;
    };
    const work = job(source, records, requests);
    expect(await process.run(work, hear, controller.signal)).toEqual({ kind: "cancelled" });
    expect(await process.idle).toBe("kept");
    expect(received.length).toBeLessThan(records * requests + 2);
    expect(await process.run(job(summingSource()), () => true, never)).toEqual({
      kind: "done",
      healthy: true,
    });
    process.kill();
    await process.gone;
  });

  test("is kept when lines are not wanted any more", async () => {
    const process = new SandboxProcess(runLimits);
    await process.ready;
    const controller = new AbortController();
    const { shared, requests } = job(
      summingSource("if (event.metadata.position.offset === 1) while (true) {}"),
      2,
    );
    const lines = { ...shared, ...(requests[0] as (typeof requests)[0]) };
    const hear = () => {
      controller.abort();
      return true;
    };
    expect(await process.run({ lines }, hear, controller.signal)).toEqual({ kind: "cancelled" });
    expect(await process.idle).toBe("kept");
    process.kill();
    await process.gone;
  });

  test("startMilliseconds", async () => {
    const pool = new SandboxPool(1, runLimits, silentLogger);
    await waitForCondition(() => pool.alive, "a process");
    await Promise.all([pool.take(), pool.take()]);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const answered: unknown[] = [];
    void pool.take().then((process) => answered.push(process));
    await vi.advanceTimersByTimeAsync(processLimits.startMilliseconds - 1);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toEqual([null]);
    vi.useRealTimers();
    await pool.close();
  });

  test("lineCharacters", () => {
    const lines: string[] = [];
    const read = createLineSplitter((line) => lines.push(line));
    const longest = "x".repeat(processLimits.lineCharacters);
    read(longest);
    read("\n");
    read(`${longest}x`);
    expect(lines).toEqual([longest, ""]);
  });
});

test("rememberedAccounts", async () => {
  const queue = new SlotQueue(3, runLimits.cpuMilliseconds);
  const ticket = (account: string, session = account) => ({
    account,
    session,
    address: session,
    kind: "run" as const,
    place: "page",
  });
  const held = async (account: string) => {
    const leave = await queue.slot(ticket(account), never);
    let second = false;
    void queue.slot(ticket(account, `${account} again`), never).then((leaveSecond) => {
      second = true;
      leaveSecond("limit");
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    leave("limit");
    return !second;
  };
  const limited = async (account: string) => (await queue.slot(ticket(account), never))("limit");
  await limited("first");
  for (let i = 1; i < queueLimits.rememberedAccounts; i++) await limited(`account ${i}`);
  expect(await held("first")).toBe(true);
  for (let i = 0; i < queueLimits.rememberedAccounts; i++) await limited(`other ${i}`);
  expect(await held("first")).toBe(false);
});
