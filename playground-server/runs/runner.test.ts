import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Slice, Step, TraceEnd, TraceMessage } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { openLog } from "../log/open-log.ts";
import { noKafka, silent, summing, until } from "../testing/playground.ts";
import { runLimits } from "./limits.ts";
import type { SandboxProcess } from "./process.ts";
import { Runner } from "./runner.ts";

const slots = 3;
const log = openLog(noKafka, { perSession: 1, perAddress: 1, inAll: 1, idle: 1 }, silent);
const noRecords = {
  stream: (slice: Slice) => log.stream(slice),
  read: async () => Promise.reject(new Error("Nothing here is long.")),
};
const long = { parts: noRecords, folder: join(tmpdir(), "offset-zero-no-folds") };
const runner = new Runner({ slots, limits: runLimits, cacheBytes: 0, logger: silent, long });
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
  const messages: TraceMessage[] = [];
  const done = runner.run(
    { session, account: session, kind: "run", place: "page" },
    async () => request(source),
    (message) => messages.push(message),
    signal,
  );
  const ended = done.then(() => {
    expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
    return messages.at(-1) as TraceEnd;
  });
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
  const { messages, ended } = start(summing());
  expect(await ended).toMatchObject({ verdict: "ok", state: { count }, steps: count });
  expect(messages[0]).toMatchObject({ kind: "start", state: { count: 0 } });
  expect(steps(messages).map(({ position }) => position?.offset)).toEqual(
    Array.from({ length: count }, (_, i) => i),
  );
});

test("a text may hold what other readers take for the end of a line", async () => {
  const { ended } = start(`/* \u2028 \u2029 */ ${summing()}`);
  expect(await ended).toMatchObject({ verdict: "ok", state: { count } });
});

test("a second look has time of its own: what stays below the limit of one fold passes", async () => {
  // The three folds together take more than the hard limit; each alone less than half of it.
  const busy = "let n = 0; for (let i = 0; i < 900_000; i++) n += i;";
  expect(await start(summing(busy)).ended).toMatchObject({ verdict: "ok", steps: count });
});

test("a run whose log is slow says that it is being read", async () => {
  const log = Promise.withResolvers<RunRequest>();
  const messages: TraceMessage[] = [];
  const done = runner.run(
    { session: "patient", account: "patient", kind: "run", place: "page" },
    () => log.promise,
    (message) => messages.push(message),
    new AbortController().signal,
  );
  await until(() => messages.length > 0, "the first message");
  expect(messages).toEqual([{ kind: "progress", phase: "reading", records: 0, total: null }]);
  log.resolve(request(summing()));
  await done;
  expect(messages[1]?.kind).toBe("start");
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});

test("a loop that the engine cannot stop is killed, and the steps before it are kept", async () => {
  const { messages, ended } = start(summing(unstoppable));
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
  const loops = [start(summing(unstoppable)), start(summing("while (true) {}"))];
  const good = start(summing());
  expect((await good.ended).verdict).toBe("ok");
  for (const loop of loops) expect((await loop.ended).verdict).toBe("time-limit");
});

test("a run whose process is killed is done again, and the learner sees one whole trace", async () => {
  const { messages, ended } = start(summing(slow));
  await until(() => steps(messages).length > 3, "the first steps");
  process.kill(await worker(), "SIGKILL");
  expect(await ended).toMatchObject({ verdict: "ok", state: { count } });
  expect(steps(messages).map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i));
});

test("a run whose process dies twice ends with a fault of ours and keeps its steps", async () => {
  const { messages, ended } = start(summing(slow));
  await until(() => steps(messages).length > 3, "the first steps");
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
  const giveBack = vi.spyOn(pool, "giveBack").mockReturnValue();
  try {
    expect((await start(summing()).ended).verdict).toBe("engine-fault");
  } finally {
    take.mockRestore();
    giveBack.mockRestore();
  }
});

test("after kills all places are filled again", async () => {
  await until(() => runner.pool.pids.length === slots + 1, "the spares");
  const good = await Promise.all(Array.from({ length: slots + 2 }, () => start(summing()).ended));
  expect(good.map(({ verdict }) => verdict)).toEqual(Array.from({ length: slots + 2 }, () => "ok"));
});

test("a second run of a session gives up the first, whose steps are kept", async () => {
  const first = start(summing(unstoppable), "impatient");
  await until(() => steps(first.messages).length === 17, "the loop");
  const second = start(summing(), "impatient");
  expect(await first.ended).toMatchObject({ verdict: "cancelled", steps: 17, state: { count: 17 } });
  expect((await second.ended).verdict).toBe("ok");
});

test("a client that goes away frees the slot", async () => {
  const controller = new AbortController();
  const { messages, ended } = start(summing(unstoppable), "gone", controller.signal);
  await until(() => steps(messages).length === 17, "the loop");
  controller.abort();
  expect((await ended).verdict).toBe("cancelled");
  expect(runner.queue.running).toBe(0);
});

test.runIf(process.platform === "linux")("sandbox processes have no environment", async () => {
  await until(() => runner.pool.pids.length === slots + 1 && runner.queue.running === 0, "quiet");
  await start(summing()).ended;
  // The newest: an older one may just have been killed.
  const pid = runner.pool.pids.at(-1);
  expect(readFileSync(`/proc/${pid}/environ`, "utf8")).toBe("");
});

/** The one sandbox process that has a job. */
async function worker(except?: number): Promise<number> {
  const others = () => runner.pool.working.filter((pid) => pid !== except);
  await until(() => others().length === 1, "the process at work");
  return others()[0] as number;
}
