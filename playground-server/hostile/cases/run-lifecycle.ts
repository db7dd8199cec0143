import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { limits } from "../../../engine/sandbox/limits.ts";
import { queueLimits } from "../../runs/limits.ts";
import { givenRecords, lines, summingSource, waitForCondition } from "../../testing/test-playground.ts";
import { handshake, TestClient } from "../../testing/websocket-client.ts";
import type { HostileCase } from "../case.ts";
import { busyWorkerPid } from "../inspect-sandbox-process.ts";
import { readRun } from "../parse-run-answer.ts";
import { onSecondServer } from "../second-server.ts";
import type { TargetServer } from "../target-server.ts";
import { stepsOf, withPage } from "../websocket-page.ts";

/** Spins inside a built-in from the third record on: only the kill from outside ends it. */
const unstoppable = summingSource('if (event.metadata.position.offset === 2) "" + new Array(1e9);');
/** Takes some of its budget, and ends by itself. */
const slow = summingSource("let n = 0; for (let i = 0; i < 40_000; i++) n += i;");
const slowRecords = 22;

/** A run's life, the queue, and what is fair. */
export const runLifecycleCases: HostileCase[] = [
  {
    id: "RUN-01",
    what: "the client goes away in the middle of a run",
    async try(target) {
      const { queue, ended } = target.server.playground.runner;
      const gone = () => ended.get("cancelled") ?? 0;
      const before = gone();
      const leaving = new AbortController();
      const body = { source: unstoppable, log: givenRecords(3) };
      const asked = target
        .ask("/api/runs", { body, signal: leaving.signal })
        .catch((error: Error) => error.name);
      await waitForCondition(() => queue.running > 0, "the run's slot");
      await setTimeout(100);
      leaving.abort();
      expect(await asked).toBe("AbortError");
      await waitForCondition(() => gone() === before + 1, "the end of the run over HTTP");
      const page = await TestClient.open(target.address, target.learner);
      page.send({ kind: "run", id: "r", ...body });
      await waitForCondition(() => stepsOf(page, "r").length === 2, "the loop");
      page.close();
      await waitForCondition(() => gone() === before + 2, "the end of the run on the page");
      await waitForCondition(() => queue.running === 0 && queue.waiting === 0, "the slots");
    },
  },
  {
    id: "RUN-03",
    what: "two clicks on Run",
    async try(target) {
      await withPage(target, async (page) => {
        page.send({ kind: "run", id: "first", source: unstoppable, log: givenRecords(3) });
        await setTimeout(20);
        page.send({ kind: "run", id: "second", source: summingSource(), log: givenRecords(3) });
        expect((await page.end("second")).verdict).toBe("ok");
        expect((await page.end("first")).verdict).toBe("cancelled");
        for (const id of ["first", "second"])
          expect(page.answers(id).filter(({ kind }) => kind === "end")).toHaveLength(1);
      });
      // A run that is given up before its turn has an end and nothing before it.
      const end = async (source: string, log = givenRecords(3)) =>
        lines((await target.ask("/api/runs", { body: { source, log } })).text).at(-1);
      const both = await Promise.all([end(slow, givenRecords(slowRecords)), end(summingSource())]);
      expect(both.map(({ verdict }) => verdict).toSorted()).toEqual(["cancelled", "ok"]);
    },
  },
  { id: "RUN-05", what: "more runs than the queue takes", try: flood },
  {
    id: "RUN-07",
    what: "every fifth run is hostile",
    async try(target) {
      // Each under a session of its own, as a script would that makes them up.
      const hostile = Array.from({ length: 2 }, () => target.run(unstoppable, {}, target.session()));
      const good = Array.from({ length: 8 }, () => target.good(target.session()));
      await Promise.all(good);
      for (const { end } of await Promise.all(hostile)) expect(end.verdict).toBe("time-limit");
    },
  },
  {
    id: "RUN-09",
    what: "waiting in the queue counted as running",
    async try(target) {
      await onSecondServer({}, async (address, { playground }) => {
        const { pool, queue } = playground.runner;
        const holding = runAt(address, target.session(), slow, slowRecords);
        await waitForCondition(() => pool.working.length === 1, "the run that holds the only slot");
        const pid = pool.working[0] as number;
        process.kill(pid, "SIGSTOP");
        const waiting = runAt(address, target.session(), slow, slowRecords);
        await waitForCondition(() => queue.waiting === 1, "the run behind it");
        // Longer than all the processor time that a run may have.
        await setTimeout(limits.cpuMilliseconds + 200);
        process.kill(pid, "SIGCONT");
        for (const { end } of await Promise.all([holding, waiting]))
          expect(end).toMatchObject({ verdict: "ok", state: { count: slowRecords } });
      });
    },
  },
  { id: "RUN-11", what: "everybody comes back at once", try: herd },
  { id: "RUN-13", what: "an innocent run on a machine that has no time for it", try: starved },
];

async function runAt(address: string, session: string, source: string, records = 3) {
  const answer = await fetch(`${address}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": session },
    body: JSON.stringify({ source, log: givenRecords(records) }),
  });
  return readRun(await answer.text());
}

async function flood(target: TargetServer): Promise<void> {
  await onSecondServer({}, async (address, { playground }) => {
    const { queue } = playground.runner;
    const leaving = new AbortController();
    const refused: { status: number; retry: number; code: string; detail: string }[] = [];
    const ask = async () => {
      const answer = await fetch(`${address}/api/runs`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-session": target.session() },
        body: JSON.stringify({ source: unstoppable, log: givenRecords(3) }),
        signal: leaving.signal,
      });
      if (answer.status !== 503) return answer.text();
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      refused.push({ status: answer.status, retry: Number(answer.headers.get("retry-after")), code, detail });
    };
    const all = Array.from({ length: queueLimits.longestQueue + 100 }, ask);
    await waitForCondition(() => refused.length > 50, "refusals");
    for (const { retry, code, detail } of refused) {
      expect(code).toBe("busy");
      expect(retry).toBeGreaterThanOrEqual(5);
      expect(detail).toContain(`about ${retry} s`);
    }
    // As many wait as the queue has room for; the rest was told so at once.
    expect(queue.waiting).toBeLessThanOrEqual(queueLimits.longestQueue);
    leaving.abort();
    await Promise.allSettled(all);
    await waitForCondition(() => queue.running === 0 && queue.waiting === 0, "the queue");
    expect((await runAt(address, target.session(), summingSource())).end.verdict).toBe("ok");
  });
}

async function herd(target: TargetServer): Promise<void> {
  // For two busy sessions behind this address: six pages, and sixty requests in ten seconds.
  await onSecondServer({ env: { PER_ADDRESS_SESSIONS: "2" } }, async (address) => {
    const pages = Array.from({ length: 20 }, () => TestClient.open(address, target.session()));
    const opened = await Promise.all(
      pages.map(async (page) => Promise.race([page, setTimeout(2_000, null, { ref: false })])),
    );
    const inside = opened.filter((page) => page !== null);
    expect(inside).toHaveLength(6);
    // Those inside are served, whoever knocks.
    for (const page of inside)
      page.send({ kind: "run", id: "r", source: summingSource(), log: givenRecords(3) });
    for (const page of inside) expect((await page.end("r")).verdict).toBe("ok");
    const answers = await Promise.all(Array.from({ length: 80 }, () => fetch(`${address}/api/exercises`)));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThanOrEqual(20);
    for (const answer of slowed) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(lines(await answer.text())[0].code).toBe("rate-limited");
    }
    for (const page of inside) page.close();
    // A page asks for its handshake like for anything else.
    expect(await handshake(address, { "x-session": target.learner })).toBe(429);
  });
}

async function starved(target: TargetServer): Promise<void> {
  const spinning = Array.from({ length: 2 }, () => spawn(process.execPath, ["-e", "for (;;);"]));
  try {
    await withPage(target, async (page) => {
      page.send({ kind: "run", id: "r", source: slow, log: givenRecords(slowRecords) });
      await waitForCondition(() => stepsOf(page, "r").length > 3, "the first steps");
      const pid = await busyWorkerPid(target);
      // No core for longer than the run may use one, by the clock.
      process.kill(pid, "SIGSTOP");
      await setTimeout(limits.cpuMilliseconds + 200);
      process.kill(pid, "SIGCONT");
      expect(await page.end("r")).toMatchObject({ verdict: "ok", state: { count: slowRecords } });
    });
  } finally {
    for (const child of spinning) {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
  }
}
