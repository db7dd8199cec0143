import { afterEach, describe, expect, test, vi } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { silent, summing, until } from "../testing/playground.ts";
import type { SandboxJob } from "./job.ts";
import { type HardLimits, limitsForLines, processLimits, queueLimits, runLimits } from "./limits.ts";
import { lineReader } from "./lines.ts";
import { SandboxPool } from "./pool.ts";
import { type Outcome, SandboxProcess } from "./process.ts";
import { RunQueue } from "./queue.ts";

const never = new AbortController().signal;

/** A loop that only the kill from outside ends: inside a built-in the engine does not count. */
const unstoppable = summing('"" + new Array(1e9);');

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
      expect(await outcome({ ...wide, [name]: 300 }, job(unstoppable))).toEqual({ kind: "limit" });
      expect(await outcome(wide, job(summing()))).toEqual({ kind: "done", healthy: true });
    },
  );

  test("linesTimes", () => {
    const { cpuMilliseconds, wallMilliseconds, jobWallMilliseconds } = limitsForLines(wide);
    expect([cpuMilliseconds, wallMilliseconds]).toEqual([
      60_000 * limits.linesTimes,
      60_000 * limits.linesTimes,
    ]);
    expect(jobWallMilliseconds).toBe(wide.jobWallMilliseconds);
  });

  test("outputCharacters", async () => {
    const little = { ...wide, outputCharacters: 10_000 };
    expect(await outcome(little, job(summing(), 1))).toEqual({ kind: "done", healthy: true });
    expect(await outcome(little, job(summing(), 100))).toEqual({ kind: "too-much-output" });
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
    const given = process.run(
      job(unstoppable),
      () => {
        controller.abort();
        return true;
      },
      controller.signal,
    );
    expect(await given).toEqual({ kind: "cancelled" });
    await process.idle;
    expect(process.killed).toBe(true);
    await process.gone;
  });
});

describe("a process", () => {
  afterEach(() => void vi.useRealTimers());

  test("startMilliseconds", async () => {
    const pool = new SandboxPool(1, runLimits, silent);
    await until(() => pool.alive, "a process");
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
    const read = lineReader((line) => lines.push(line));
    const longest = "x".repeat(processLimits.lineCharacters);
    read(longest);
    read("\n");
    read(`${longest}x`);
    expect(lines).toEqual([longest, ""]);
  });
});

test("rememberedAccounts", async () => {
  const queue = new RunQueue(3);
  const ticket = (account: string, session = account) => ({
    ...{ account, session, kind: "run" as const, place: "page" },
  });
  const held = async (account: string) => {
    const leave = await queue.slot(ticket(account), never);
    let second = false;
    void queue.slot(ticket(account, `${account} again`), never).then((leaveSecond) => {
      second = true;
      leaveSecond(true);
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    leave(true);
    return !second;
  };
  const limited = async (account: string) => (await queue.slot(ticket(account), never))(true);
  await limited("first");
  for (let i = 1; i < queueLimits.rememberedAccounts; i++) await limited(`account ${i}`);
  expect(await held("first")).toBe(true);
  for (let i = 0; i < queueLimits.rememberedAccounts; i++) await limited(`other ${i}`);
  expect(await held("first")).toBe(false);
});
