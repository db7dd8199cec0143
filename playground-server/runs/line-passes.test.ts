import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Progress, Slice } from "../../engine/fold/trace.ts";
import type { LinesEnd, LinesMessage, LitLines } from "../../engine/lit-lines/messages.ts";
import { loadEngine } from "../../engine/sandbox/node.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { openLog } from "../log/open-log.ts";
import { noKafka, silent, summing, until } from "../testing/playground.ts";
import { runLimits } from "./limits.ts";
import type { SandboxProcess } from "./process.ts";
import { Runner } from "./runner.ts";

const log = openLog(noKafka, { perSession: 1, perAddress: 1, inAll: 1, idle: 1 }, silent);
const noRecords = {
  stream: (slice: Slice) => log.stream(slice),
  read: async () => Promise.reject(new Error("Nothing here is long.")),
};
const long = { parts: noRecords, folder: join(tmpdir(), "offset-zero-no-folds-lines") };
const runner = new Runner({ slots: 3, limits: runLimits, cacheBytes: 0, logger: silent, long });
afterAll(() => runner.close());

const count = 22;
function request(source: string): RunRequest {
  const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: count }] };
  const records = Array.from({ length: count }, (_, offset) => ({
    ...{ position: { topic: "t", partition: 0, offset }, timestamp: 0, key: "k", headers: {} },
    value: JSON.stringify({ type: "Counted", data: { offset } }),
  }));
  return { runId: "r", source, entry: { kind: "reducer" }, scope: "all", records, slice, seed: 1 };
}

let sessions = 0;
function start(source: string, session = `session ${sessions++}`, signal = new AbortController().signal) {
  const messages: (LinesMessage | Progress)[] = [];
  const done = runner.linePasses.lines(
    { session, account: session, kind: "lines", place: "page" },
    async () => request(source),
    (message) => messages.push(message),
    signal,
  );
  const told = () => messages.filter((message): message is LitLines => message.kind === "lines");
  const ended = done.then(() => {
    expect(messages.filter(({ kind }) => kind === "end")).toEqual([messages.at(-1)]);
    return messages.at(-1) as LinesEnd;
  });
  return { told, ended };
}

const indexes = (to: number) => Array.from({ length: to + 2 }, (_, i) => i - 1);
const at17 = "event.metadata.position.offset === 17";
/** Spins inside a built-in, where the engine's own budget cannot stop it: only the kill from outside does. */
const unstoppable = `if (${at17}) "" + new Array(1e9);`;
/** Takes long enough to be killed in the middle, and ends by itself. */
const slow = "let n = 0; for (let i = 0; i < 40000; i++) n += i;";

test("the sandbox process tells the same lines as the engine here, the parser loaded in its confinement", async () => {
  const source = summing(`if (event.data.offset % 3 === 0)
    return state;
  const more = [1]
    .map((n) =>
      n + 1);`);
  const { told, ended } = start(source);
  const here: LinesMessage[] = [];
  await (await loadEngine()).lines(request(source), (message) => here.push(message));
  expect([await ended]).toEqual(here.slice(-1));
  expect(told()).toEqual(here.slice(0, -1));
  expect(told().map(({ index }) => index)).toEqual(indexes(count - 1));
  expect(told()[1]?.lines).toEqual([2, 3]);
});

test("a loop that the engine cannot stop is killed, and the lines before it are kept", async () => {
  const { told, ended } = start(summing(unstoppable));
  expect(await ended).toMatchObject({ missing: "limit", message: expect.stringContaining("up to here") });
  expect(told().map(({ index }) => index)).toEqual(indexes(16));
});

test("a pass whose process is killed is done again, and each step is told once", async () => {
  const { told, ended } = start(summing(slow));
  await until(() => told().length > 3, "the first lines");
  const [pid] = runner.pool.working;
  process.kill(pid as number, "SIGKILL");
  expect((await ended).missing).toBeNull();
  expect(told().map(({ index }) => index)).toEqual(indexes(count - 1));
});

test("a newer pass of a page gives up the older one, a run there stays", async () => {
  const older = start(summing(unstoppable), "impatient");
  await until(() => older.told().length === 18, "the loop");
  const verdicts: string[] = [];
  const run = runner.run(
    { session: "impatient", account: "impatient", kind: "run", place: "page" },
    async () => request(summing(slow)),
    (message) => message.kind === "end" && verdicts.push(message.verdict),
    new AbortController().signal,
  );
  const newer = start(summing(), "impatient");
  expect(await older.ended).toMatchObject({ missing: "cancelled" });
  expect((await newer.ended).missing).toBeNull();
  await run;
  expect(verdicts).toEqual(["ok"]);
});

test("a client that goes away frees the slot", async () => {
  const controller = new AbortController();
  const { told, ended } = start(summing(unstoppable), "gone", controller.signal);
  await until(() => told().length === 18, "the loop");
  controller.abort();
  expect((await ended).missing).toBe("cancelled");
  expect(runner.queue.running).toBe(0);
});

test("an account whose pass hit a limit is held to one slot, as after a run", async () => {
  await start(summing("for (;;);"), "greedy").ended;
  const held = [
    start(summing(slow), "greedy"),
    runner.run(
      { session: "greedy", account: "greedy", kind: "run", place: "other" },
      async () => request(summing()),
      () => {},
      new AbortController().signal,
    ),
  ] as const;
  await until(() => runner.queue.waiting === 1, "the second in the queue");
  await held[0].ended;
  await held[1];
});

test.each([
  [
    "lines out of their order",
    { kind: "lit" as const, message: { kind: "lines" as const, index: 5, lines: [] } },
  ],
  [
    "a step of a trace",
    { kind: "message" as const, request: 0, message: { kind: "keyframe" as const, index: 0, state: 0 } },
  ],
])("a process that says %s is not believed", async (_, forgery) => {
  const run: SandboxProcess["run"] = async (_, hear) =>
    hear(forgery) ? { kind: "done", healthy: true } : { kind: "died" };
  const take = vi.spyOn(runner.pool, "take").mockResolvedValue({ run } as SandboxProcess);
  const giveBack = vi.spyOn(runner.pool, "giveBack").mockReturnValue();
  try {
    const { told, ended } = start(summing());
    expect((await ended).missing).toBe("engine-fault");
    expect(told()).toEqual([]);
  } finally {
    take.mockRestore();
    giveBack.mockRestore();
  }
});

test("a slice that is too long for the trace lane is refused", async () => {
  const { records, ...longRequest } = request(summing());
  const refused = runner.linePasses.lines(
    { session: "s", account: "s", kind: "lines", place: "page" },
    async () => longRequest,
    () => {},
    new AbortController().signal,
  );
  await expect(refused).rejects.toMatchObject({ code: "slice-too-long" });
});
