import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Progress } from "../../engine/fold/trace.ts";
import type {
  LineCoverage,
  LinesEnd,
  LinesMessage,
} from "../../engine/line-coverage/line-coverage-messages.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { silentLogger, summingSource, waitForCondition } from "../testing/test-playground.ts";
import { runLimits } from "./limits.ts";
import { Runner } from "./runner.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { count, noRecords, sampleRunRequest } from "./testing/sample-run-request.ts";

const long = { parts: noRecords, folder: join(tmpdir(), "offset-zero-no-folds-lines") };
const runner = new Runner({ slots: 3, limits: runLimits, cacheBytes: 0, logger: silentLogger, long });
afterAll(() => runner.close());

let sessions = 0;
function start(source: string, session = `session ${sessions++}`, signal = new AbortController().signal) {
  const messages: (LinesMessage | Progress)[] = [];
  const done = runner.linePasses.lines(
    { session, account: session, address: session, kind: "lines", place: "page" },
    async () => sampleRunRequest(source),
    (message) => messages.push(message),
    signal,
  );
  const lineMessages = () => messages.filter((message): message is LineCoverage => message.kind === "lines");
  const ended = done.then(() => {
    expect(messages.filter(({ kind }) => kind === "end")).toEqual([messages.at(-1)]);
    return messages.at(-1) as LinesEnd;
  });
  return { lineMessages, ended };
}

const indexes = (to: number) => Array.from({ length: to + 2 }, (_, i) => i - 1);
const at17 = "event.metadata.position.offset === 17";
/** Spins inside a built-in, where the engine's own budget cannot stop it: only the kill from outside does. */
const unstoppable = `if (${at17}) "" + new Array(1e9);`;
/** Takes long enough to be killed in the middle, and ends by itself. */
const slow = "let n = 0; for (let i = 0; i < 40000; i++) n += i;";

test("the sandbox process tells the same lines as the engine here, the parser loaded in its confinement", async () => {
  const source = summingSource(`if (event.data.offset % 3 === 0)
    return state;
  const more = [1]
    .map((n) =>
      n + 1);`);
  const { lineMessages, ended } = start(source);
  const here: LinesMessage[] = [];
  await (await loadNodeEngine()).lines(sampleRunRequest(source), (message) => here.push(message));
  expect([await ended]).toEqual(here.slice(-1));
  expect(lineMessages()).toEqual(here.slice(0, -1));
  expect(lineMessages().map(({ index }) => index)).toEqual(indexes(count - 1));
  expect(lineMessages()[1]?.lines).toEqual([2, 3]);
});

test("a loop that the engine cannot stop is killed, and the lines before it are kept", async () => {
  const { lineMessages, ended } = start(summingSource(unstoppable));
  expect(await ended).toMatchObject({ missing: "limit", message: expect.stringContaining("up to here") });
  expect(lineMessages().map(({ index }) => index)).toEqual(indexes(16));
});

test("a pass whose process is killed is done again, and each step is told once", async () => {
  const { lineMessages, ended } = start(summingSource(slow));
  await waitForCondition(() => lineMessages().length > 3, "the first lines");
  const [pid] = runner.pool.working;
  process.kill(pid as number, "SIGKILL");
  expect((await ended).missing).toBeNull();
  expect(lineMessages().map(({ index }) => index)).toEqual(indexes(count - 1));
});

test("a newer pass of a page gives up the older one, a run there stays", async () => {
  const older = start(summingSource(unstoppable), "impatient");
  await waitForCondition(() => older.lineMessages().length === 18, "the loop");
  const verdicts: string[] = [];
  const run = runner.run(
    { session: "impatient", account: "impatient", address: "impatient", kind: "run", place: "page" },
    async () => sampleRunRequest(summingSource(slow)),
    (message) => message.kind === "end" && verdicts.push(message.verdict),
    new AbortController().signal,
  );
  const newer = start(summingSource(), "impatient");
  expect(await older.ended).toMatchObject({ missing: "cancelled" });
  expect((await newer.ended).missing).toBeNull();
  await run;
  expect(verdicts).toEqual(["ok"]);
});

test("a client that goes away frees the slot", async () => {
  const controller = new AbortController();
  const { lineMessages, ended } = start(summingSource(unstoppable), "gone", controller.signal);
  await waitForCondition(() => lineMessages().length === 18, "the loop");
  controller.abort();
  expect((await ended).missing).toBe("cancelled");
  await waitForCondition(() => runner.queue.running === 0, "the slot");
});

test("an account whose pass hit a limit is held to one slot, as after a run", async () => {
  await start(summingSource("for (;;);"), "greedy").ended;
  const held = [
    start(summingSource(slow), "greedy"),
    runner.run(
      { session: "greedy", account: "greedy", address: "greedy", kind: "run", place: "other" },
      async () => sampleRunRequest(summingSource()),
      () => {},
      new AbortController().signal,
    ),
  ] as const;
  await waitForCondition(() => runner.queue.waiting === 1, "the second in the queue");
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
  const giveBack = vi.spyOn(runner.pool, "giveBack").mockResolvedValue("kept");
  try {
    const { lineMessages, ended } = start(summingSource());
    expect((await ended).missing).toBe("engine-fault");
    expect(lineMessages()).toEqual([]);
  } finally {
    take.mockRestore();
    giveBack.mockRestore();
  }
});

test("a slice that is too long for the trace lane is refused", async () => {
  const { records, ...longRequest } = sampleRunRequest(summingSource());
  const refused = runner.linePasses.lines(
    { session: "s", account: "s", address: "s", kind: "lines", place: "page" },
    async () => longRequest,
    () => {},
    new AbortController().signal,
  );
  await expect(refused).rejects.toMatchObject({ code: "slice-too-long" });
});
