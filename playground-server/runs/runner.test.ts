import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Step, TraceEnd, TraceMessage } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { silentLogger, summingSource, waitForCondition } from "../testing/test-playground.ts";
import { cpuTime } from "./cpu-time.ts";
import { runLimits } from "./limits.ts";
import { Runner } from "./runner.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { count, noRecords, sampleRunRequest } from "./testing/sample-run-request.ts";

const slots = 3;
const long = { parts: noRecords, folder: join(tmpdir(), "offset-zero-no-folds") };
const runner = new Runner({ slots, limits: runLimits, cacheBytes: 0, logger: silentLogger, long });
beforeAll(() => quiet());
afterAll(() => runner.close());

/** Every process is up and none has a job. */
function quiet(): Promise<void> {
  const { pool, queue } = runner;
  return waitForCondition(() => pool.usable === slots + 1 && queue.running === 0, "quiet", 100_000);
}

let sessions = 0;
function start(
  source: string,
  session = `session ${sessions++}`,
  signal = new AbortController().signal,
  place = "page",
) {
  const messages: TraceMessage[] = [];
  const done = runner.run(
    { session, account: session, address: session, kind: "run", place },
    async () => sampleRunRequest(source),
    (message) => messages.push(message),
    signal,
  );
  const ended = done.then(
    () => {
      expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
      return messages.at(-1) as TraceEnd;
    },
    // On a machine that does much else a run that has to wait may be told to come back.
    ({ code }) => ({ verdict: code }) as TraceEnd,
  );
  return { messages, ended };
}

const at17 = "event.metadata.position.offset === 17";
/** Spins inside a built-in, where the engine's own budget cannot stop it: only the kill from outside does. */
const unstoppable = `if (${at17}) "" + new Array(1e9);`;
/** Takes long enough to be killed in the middle, and ends by itself. */
const slow = "let n = 0; for (let i = 0; i < 40000; i++) n += i;";

const steps = (messages: TraceMessage[]) =>
  messages.filter((message): message is Step => message.kind === "step");

test("a run streams its start, one step a record and one end", async () => {
  const { messages, ended } = start(summingSource());
  expect(await ended).toMatchObject({ verdict: "ok", state: { count }, steps: count });
  expect(messages[0]).toMatchObject({ kind: "start", state: { count: 0 } });
  expect(steps(messages).map(({ position }) => position?.offset)).toEqual(
    Array.from({ length: count }, (_, i) => i),
  );
});

test("a text may hold what other readers take for the end of a line", async () => {
  const { ended } = start(`/* \u2028 \u2029 */ ${summingSource()}`);
  expect(await ended).toMatchObject({ verdict: "ok", state: { count } });
});

test("a second look has time of its own: what stays below the limit of one fold passes", async () => {
  // The three folds together take more than the hard limit on most machines; each alone less than half of it.
  const busy = "let n = 0; for (let i = 0; i < 400_000; i++) n += i;";
  expect(await start(summingSource(busy)).ended).toMatchObject({ verdict: "ok", steps: count });
});

test("a run whose log is slow says that it is being read", async () => {
  const log = Promise.withResolvers<RunRequest>();
  const messages: TraceMessage[] = [];
  const done = runner.run(
    { session: "patient", account: "patient", address: "patient", kind: "run", place: "page" },
    () => log.promise,
    (message) => messages.push(message),
    new AbortController().signal,
  );
  await waitForCondition(() => messages.length > 0, "the first message");
  expect(messages).toEqual([{ kind: "progress", phase: "reading", records: 0, total: null }]);
  log.resolve(sampleRunRequest(summingSource()));
  await done;
  expect(messages[1]?.kind).toBe("start");
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});

test("a loop that the engine cannot stop is killed, and the steps before it are kept", async () => {
  const { messages, ended } = start(summingSource(unstoppable));
  expect(await ended).toMatchObject({
    verdict: "time-limit",
    message: expect.stringContaining("1.5 s"),
    at: { index: 17, position: { offset: 17 } },
    state: { count: 17 },
    steps: 17,
  });
  expect(steps(messages)).toHaveLength(17);
});

test("an endless loop of one session does not keep another's run from passing", async () => {
  const loops = [start(summingSource(unstoppable)), start(summingSource("while (true) {}"))];
  const good = start(summingSource());
  expect((await good.ended).verdict).toBe("ok");
  for (const loop of loops) expect((await loop.ended).verdict).toBe("time-limit");
});

test("a run whose process is killed is done again, and the learner sees one whole trace", async () => {
  const { messages, ended } = start(summingSource(slow));
  await waitForCondition(() => steps(messages).length > 3, "the first steps");
  process.kill(await worker(), "SIGKILL");
  expect(await ended).toMatchObject({ verdict: "ok", state: { count } });
  expect(steps(messages).map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i));
});

test("a run whose process dies twice ends with a fault of ours and keeps its steps", async () => {
  const { messages, ended } = start(summingSource(slow));
  await waitForCondition(() => steps(messages).length > 3, "the first steps");
  const first = await worker();
  process.kill(first, "SIGKILL");
  const second = await worker(first);
  process.kill(second, "SIGKILL");
  const end = await ended;
  expect(end.verdict).toBe("engine-fault");
  expect(end.steps).toBe(steps(messages).length);
});

test("a process that says it is done without an end gives an end all the same", async () => {
  const { pool } = runner;
  const forged = { run: async () => ({ kind: "done", healthy: true }) } as unknown as SandboxProcess;
  const take = vi.spyOn(pool, "take").mockResolvedValue(forged);
  const giveBack = vi.spyOn(pool, "giveBack").mockResolvedValue("kept");
  try {
    expect((await start(summingSource()).ended).verdict).toBe("engine-fault");
  } finally {
    take.mockRestore();
    giveBack.mockRestore();
  }
});

test("after kills all places are filled again", async () => {
  await quiet();
  const good = await Promise.all(Array.from({ length: slots + 2 }, () => start(summingSource()).ended));
  expect(good.map(({ verdict }) => verdict)).toEqual(Array.from({ length: slots + 2 }, () => "ok"));
});

test("a second run of a session gives up the first, whose steps are kept", async () => {
  const first = start(summingSource(unstoppable), "impatient");
  await waitForCondition(() => steps(first.messages).length === 17, "the loop");
  const second = start(summingSource(), "impatient");
  expect(await first.ended).toMatchObject({ verdict: "cancelled", steps: 17, state: { count: 17 } });
  expect((await second.ended).verdict).toBe("ok");
});

test("a hundred runs that a newer one of the session gives up cost no process", async () => {
  await quiet();
  const { pids } = runner.pool;
  const given = [];
  for (let n = 0; n < 100; n++) {
    const run = start(summingSource(`${n}; if (${at17}) while (true) {}`), "pressing");
    given.push(run.ended);
    // Some are given up while they wait, some on their way to the loop, some in it.
    if (n % 3 === 0) await waitForCondition(() => steps(run.messages).length === 17, "the loop");
    else if (n % 3 === 1) await waitForCondition(() => run.messages.length > 0, "the start");
  }
  const last = start(summingSource(), "pressing");
  const verdicts = (await Promise.all(given)).map(({ verdict }) => verdict);
  expect(verdicts).toContain("cancelled");
  // On a busy machine a loop may reach the engine's own limit before it is given up. That costs no process either.
  expect(verdicts.filter((verdict) => verdict !== "cancelled" && verdict !== "time-limit")).toEqual([]);
  expect((await last.ended).verdict).toBe("ok");
  await waitForCondition(() => runner.queue.running === 0, "quiet");
  expect(runner.pool.pids).toEqual(pids);
});

test("five runs of one session at once leave a slot to another session, whose run is served in turn", async () => {
  await quiet();
  const pids = runner.pool.pids;
  const loop = (place: string) =>
    start(summingSource(`if (${at17}) while (true) {}`), "many", undefined, place);
  const first = ["a", "b"].map(loop);
  await waitForCondition(() => first.every(({ messages }) => steps(messages).length === 17), "two loops");
  // The fourth and the fifth give up the first two, in the middle of their loops.
  const five = [...first, ...["c", "d", "e"].map(loop)];
  const others = five.map(({ ended }) => ended.then(({ verdict }) => verdict));
  expect((await start(summingSource()).ended).verdict).toBe("ok");
  const verdicts = await Promise.all(others);
  expect(verdicts.slice(0, 2)).toEqual(["cancelled", "cancelled"]);
  for (const verdict of verdicts.slice(2)) expect(["time-limit", "busy"]).toContain(verdict);
  expect(runner.pool.pids).toEqual(pids);
});

test("a session keeps its slot while a run that was given up is inside a built-in", async () => {
  await quiet();
  const first = start(summingSource(unstoppable), "stuck", undefined, "a");
  const second = start(summingSource(unstoppable), "stuck", undefined, "b");
  await waitForCondition(
    () => [first, second].every(({ messages }) => steps(messages).length === 17),
    "both built-ins",
  );
  const before = runner.pool.working.map((pid) => ({ pid, used: cpuTime(pid) ?? 0 }));
  await waitForCondition(
    () => before.every(({ pid, used }) => (cpuTime(pid) ?? 0) - used > 50),
    "their depth",
  );
  const held = runner.queue.running;
  const [third, fourth] = [
    start(summingSource(), "stuck", undefined, "a"),
    start(summingSource(), "stuck", undefined, "b"),
  ];
  expect((await first.ended).verdict).toBe("cancelled");
  expect(held).toBe(2);
  expect(runner.queue.waiting).toBe(2);
  for (const { ended } of [third, fourth]) expect(["ok", "busy"]).toContain((await ended).verdict);
});

test("whoever costs processes faster than they come up keeps the slots, and nobody else waits for them", async () => {
  await quiet();
  const { promise: filled, resolve: fill } = Promise.withResolvers<void>();
  const refilled = vi.spyOn(runner.pool, "refilled").mockReturnValue(filled);
  const costly = [start(summingSource(unstoppable)), start(summingSource(unstoppable))];
  await Promise.all(costly.map(({ ended }) => ended));
  for (let n = 0; n < 3; n++) expect((await start(summingSource()).ended).verdict).toBe("ok");
  await waitForCondition(() => runner.queue.running <= 2, "the good run's slot");
  expect(runner.queue.running).toBe(2);
  refilled.mockRestore();
  fill();
  await waitForCondition(() => runner.queue.running === 0, "their slots");
});

test("a client that goes away frees the slot", async () => {
  const controller = new AbortController();
  const { messages, ended } = start(summingSource(unstoppable), "gone", controller.signal);
  await waitForCondition(() => steps(messages).length === 17, "the loop");
  controller.abort();
  expect((await ended).verdict).toBe("cancelled");
  await waitForCondition(() => runner.queue.running === 0, "the slot");
});

test.runIf(process.platform === "linux")("sandbox processes have no environment", async () => {
  await quiet();
  await start(summingSource()).ended;
  // The newest: an older one may just have been killed.
  const pid = runner.pool.pids.at(-1);
  expect(readFileSync(`/proc/${pid}/environ`, "utf8")).toBe("");
});

/** The one sandbox process that has a job. */
async function worker(except?: number): Promise<number> {
  const others = () => runner.pool.working.filter((pid) => pid !== except);
  await waitForCondition(() => others().length === 1, "the process at work");
  return others()[0] as number;
}
