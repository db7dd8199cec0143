import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { handshake, TestClient } from "../testing/client.ts";
import { given, lines, summing, until } from "../testing/playground.ts";
import { readRun } from "./answered.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { onPage, stepsOf } from "./page.ts";
import { worker } from "./processes.ts";
import { onSpare } from "./spare.ts";

/** Spins inside a built-in from the third record on: only the kill from outside ends it. */
const unstoppable = summing('if (event.metadata.position.offset === 2) "" + new Array(1e9);');
/** Takes some of its budget, and ends by itself. */
const slow = summing("let n = 0; for (let i = 0; i < 40_000; i++) n += i;");
const slowRecords = 22;

/** A run's life, the queue, and what is fair. */
export const runLife: HostileCase[] = [
  {
    id: "RUN-01",
    what: "the client goes away in the middle of a run",
    async try(house) {
      const { queue, ended } = house.server.playground.runner;
      const gone = () => ended.get("cancelled") ?? 0;
      const before = gone();
      const leaving = new AbortController();
      const body = { source: unstoppable, log: given(3) };
      const asked = house
        .ask("/api/runs", { body, signal: leaving.signal })
        .catch((error: Error) => error.name);
      await until(() => queue.running > 0, "the run's slot");
      await setTimeout(100);
      leaving.abort();
      expect(await asked).toBe("AbortError");
      await until(() => gone() === before + 1, "the end of the run over HTTP");
      const page = await TestClient.open(house.address, house.learner);
      page.send({ kind: "run", id: "r", ...body });
      await until(() => stepsOf(page, "r").length === 2, "the loop");
      page.close();
      await until(() => gone() === before + 2, "the end of the run on the page");
      await until(() => queue.running === 0 && queue.waiting === 0, "the slots");
    },
  },
  {
    id: "RUN-03",
    what: "two clicks on Run",
    async try(house) {
      await onPage(house, async (page) => {
        page.send({ kind: "run", id: "first", source: unstoppable, log: given(3) });
        await setTimeout(20);
        page.send({ kind: "run", id: "second", source: summing(), log: given(3) });
        expect((await page.end("second")).verdict).toBe("ok");
        expect((await page.end("first")).verdict).toBe("cancelled");
        for (const id of ["first", "second"])
          expect(page.answers(id).filter(({ kind }) => kind === "end")).toHaveLength(1);
      });
      const both = await Promise.all([house.run(slow, { log: given(slowRecords) }), house.run(summing())]);
      expect(both.map(({ end }) => end.verdict).toSorted()).toEqual(["cancelled", "ok"]);
    },
  },
  { id: "RUN-05", what: "more runs than the queue takes", try: flood },
  {
    id: "RUN-07",
    what: "every fifth run is hostile",
    async try(house) {
      // Each under a session of its own, as a script would that makes them up.
      const hostile = Array.from({ length: 2 }, () => house.run(unstoppable, {}, house.session()));
      const good = Array.from({ length: 8 }, () => house.good(house.session()));
      await Promise.all(good);
      for (const { end } of await Promise.all(hostile)) expect(end.verdict).toBe("time-limit");
    },
  },
  {
    id: "RUN-09",
    what: "waiting in the queue counted as running",
    async try(house) {
      await onSpare({}, async (address, { playground }) => {
        const { pool, queue } = playground.runner;
        const holding = runAt(address, house.session(), slow, slowRecords);
        await until(() => pool.working.length === 1, "the run that holds the only slot");
        const pid = pool.working[0] as number;
        process.kill(pid, "SIGSTOP");
        const waiting = runAt(address, house.session(), slow, slowRecords);
        await until(() => queue.waiting === 1, "the run behind it");
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
    body: JSON.stringify({ source, log: given(records) }),
  });
  return readRun(await answer.text());
}

async function flood(house: House): Promise<void> {
  await onSpare({}, async (address, { playground }) => {
    const { queue } = playground.runner;
    const leaving = new AbortController();
    const refused: { status: number; retry: number; code: string; detail: string }[] = [];
    const ask = async () => {
      const answer = await fetch(`${address}/api/runs`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-session": house.session() },
        body: JSON.stringify({ source: unstoppable, log: given(3) }),
        signal: leaving.signal,
      });
      if (answer.status !== 503) return answer.text();
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      refused.push({ status: answer.status, retry: Number(answer.headers.get("retry-after")), code, detail });
    };
    const all = Array.from({ length: 150 }, ask);
    await until(() => refused.length > 50, "refusals");
    for (const { retry, code, detail } of refused) {
      expect(code).toBe("busy");
      expect(retry).toBeGreaterThanOrEqual(5);
      expect(detail).toContain(`about ${retry} s`);
    }
    // As many wait as are served within five seconds, at what a run took before; the rest was told so at once.
    expect(queue.waiting).toBeLessThan(100);
    leaving.abort();
    await Promise.allSettled(all);
    await until(() => queue.running === 0 && queue.waiting === 0, "the queue");
    expect((await runAt(address, house.session(), summing())).end.verdict).toBe("ok");
  });
}

async function herd(house: House): Promise<void> {
  // For two busy sessions behind this address: six pages, and sixty requests in ten seconds.
  await onSpare({ env: { PER_ADDRESS_SESSIONS: "2" } }, async (address) => {
    const pages = Array.from({ length: 20 }, () => TestClient.open(address, house.session()));
    const opened = await Promise.all(
      pages.map(async (page) => Promise.race([page, setTimeout(2_000, null, { ref: false })])),
    );
    const inside = opened.filter((page) => page !== null);
    expect(inside).toHaveLength(6);
    // Those inside are served, whoever knocks.
    for (const page of inside) page.send({ kind: "run", id: "r", source: summing(), log: given(3) });
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
    expect(await handshake(address, { "x-session": house.learner })).toBe(429);
  });
}

async function starved(house: House): Promise<void> {
  const spinning = Array.from({ length: 2 }, () => spawn(process.execPath, ["-e", "for (;;);"]));
  try {
    await onPage(house, async (page) => {
      page.send({ kind: "run", id: "r", source: slow, log: given(slowRecords) });
      await until(() => stepsOf(page, "r").length > 3, "the first steps");
      const pid = await worker(house);
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
