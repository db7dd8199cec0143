import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { TestClient } from "../testing/client.ts";
import { apart, given, lines, summing, until } from "../testing/playground.ts";
import { readRun } from "./answered.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { ownBroker } from "./own-broker.ts";
import { onPage, stepsOf } from "./page.ts";
import { produce, trim } from "./producing.ts";
import { onSpare } from "./spare.ts";

const counted = (n: number, more: object = {}) => ({ type: "Counted", data: { n, ...more } });
const carts = { topic: "course.carts" };
const times = { beginning: 978_307_200_000, ahead: 3_600_000 };

/** Kafka behind the run. */
export const kafka: HostileCase[] = [
  {
    id: "KAF-01",
    what: "the practice space is full",
    async try(house) {
      const settings = { ...apart(house.kafka), ours: false };
      const env = { LEARNER_TOPICS: "5", LEARNER_TOPICS_PER_ADDRESS: "6" };
      await onSpare({ kafka: settings, env }, async (address, { playground }) => {
        const append = () =>
          fetch(`${address}/api/events`, {
            method: "POST",
            headers: { "content-type": "application/json", "x-session": house.session() },
            body: JSON.stringify({ topic: "mine.a", key: "k", event: counted(1) }),
          });
        const gauge = async () => {
          const text = await (await fetch(`${address}/metrics`)).text();
          return ["learner_topics", "learner_topics_most"].map((name) =>
            Number(new RegExp(`^offset_zero_${name} (\\d+)$`, "m").exec(text)?.[1]),
          );
        };
        for (let n = 0; n < 5; n++) expect((await append()).status).toBe(200);
        const full = await append();
        expect([full.status, full.headers.get("retry-after")]).toEqual([503, "600"]);
        expect(await full.json()).toMatchObject({
          code: "practice-space-full",
          detail: expect.stringContaining("Try again later"),
        });
        // What an operator's alarm goes by; the server's own log says it from four fifths on.
        expect(await gauge()).toEqual([5, 5]);
        // The janitor makes room.
        expect(await playground.log.topics.sweep(Date.now() + 8 * 86_400_000)).toHaveLength(5);
        expect((await append()).status).toBe(200);
        expect(await gauge()).toEqual([1, 5]);
        await playground.log.topics.sweep(Date.now() + 30 * 86_400_000);
      });
    },
  },
  { id: "KAF-03", what: "no broker when the run begins", try: brokerAway },
  { id: "KAF-05", what: "a broker that answers slowly, or not at all", try: brokerSlow },
  {
    id: "KAF-07",
    what: "events of a megabyte",
    async try(house) {
      const big = (n: number) => JSON.stringify(counted(n, { text: "x".repeat(1_000_000) }));
      const topic = await produce(
        house,
        "big",
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [{ value: big(n) }]),
      );
      const slice = (to: number) => ({ topic, partitions: [{ partition: 0, from: 0, to }] });
      const two = await house.run(summing(), { log: slice(2) });
      expect(two.end).toMatchObject({ verdict: "ok", steps: 2, state: { count: 2 } });
      // More than one run may hold: refused while it is read, before it piles up here.
      const refused = [
        await house.ask("/api/runs", { body: { source: summing(), log: slice(9) } }),
        await house.ask(`/api/logs/${topic}`),
      ];
      for (const { status, text } of refused) {
        expect([status, JSON.parse(text).code]).toEqual([413, "slice-too-long"]);
        expect(JSON.parse(text).detail).toContain("characters");
      }
    },
  },
  {
    id: "KAF-09",
    what: "values that are no events",
    async try(house) {
      const values = [
        Buffer.concat([Buffer.from([0xff, 0xfe, 0x00]), randomBytes(200)]),
        Buffer.from('{"type":"Counted"}'),
        Buffer.from("[1,2]"),
        Buffer.from('{"type":7,"data":1}'),
        Buffer.from(`${"[".repeat(50_000)}`),
        null,
        Buffer.from(JSON.stringify(counted(1))),
      ];
      const topic = await produce(house, "odd", [values.map((value) => ({ key: "k", value }))]);
      const run = await house.run(summing(), { log: { topic } });
      // The reducer saw the one event; the rest is counted, and shown as it is with the reason.
      expect(run.end).toMatchObject({ verdict: "ok", steps: 1, skipped: 6, state: { count: 1 } });
      expect(run.steps[0]?.position?.offset).toBe(6);
      const records = lines((await house.ask(`/api/logs/${topic}`)).text);
      expect(
        records.map((record) => record.notAnEvent ?? (record.tombstone ? "tombstone" : "event")),
      ).toEqual([
        "The value is not JSON.",
        'The value has no "data".',
        expect.stringMatching(/^The value /),
        'The value has no "type".',
        "The value is not JSON.",
        ...["tombstone", "event"],
      ]);
      expect(records[1].value).toBe('{"type":"Counted"}');
    },
  },
  {
    id: "KAF-11",
    what: "a poison event",
    async try(house) {
      const events = Array.from({ length: 20 }, (_, n) => ({ key: "k", value: JSON.stringify(counted(n)) }));
      const topic = await produce(house, "poison", [events]);
      const poisoned = summing('if (event.data.n === 13) throw new Error("poison");');
      const both = [
        await house.run(poisoned, { log: { topic } }),
        await house.run(poisoned, { log: { topic } }),
      ];
      for (const { end, steps } of both) {
        expect(end).toMatchObject({ verdict: "threw", steps: 13, state: { count: 13 } });
        expect(end.at).toMatchObject({ index: 13, position: { topic, partition: 0, offset: 13 } });
        expect(end.message).toContain("poison");
        expect(steps.map(({ position }) => position?.offset)).toEqual(events.slice(0, 13).map((_, n) => n));
      }
      // No offset was committed, nothing was skipped for good: with the reducer mended the same log folds whole.
      expect((await house.run(summing(), { log: { topic } })).end.state).toEqual({ count: 20 });
    },
  },
  {
    id: "KAF-13",
    what: "an event that is too large to append",
    async try(house) {
      const append = (size: number) => ({
        ...{ topic: "mine.large", key: "k" },
        event: { type: "Large", data: "x".repeat(size) },
      });
      for (const [size, code] of [
        [2 * 2 ** 20, "body-too-large"],
        [100_000, "event-too-large"],
        [65_500, "event-too-large"],
      ] as const) {
        const { status, text } = await house.ask("/api/events", { body: append(size) });
        expect([status, JSON.parse(text).code]).toEqual([413, code]);
      }
      const problem = await onPage(house, async (page) => {
        page.send({ kind: "append", id: "a", ...append(100_000) });
        return page.end("a");
      });
      expect(problem).toMatchObject({ status: 413, code: "event-too-large" });
    },
  },
  { id: "KAF-15", what: "retention deletes records under a replay", try: trimmed },
  {
    id: "KAF-17",
    what: "clocks that do not agree",
    async try(house) {
      const source =
        "export const initialState = () => []; export const evolve = (s, e) => [...s, [e.metadata.timestamp, Date.now()]];";
      const at = (timestamp: number) => [
        { key: "k", value: JSON.stringify(counted(1)), timestamp: `${timestamp}` },
      ];
      const clocks = async (topic: string) => {
        const { end, steps } = await house.run(source, { log: { topic } });
        const shown = steps.map(({ event }) => event?.metadata.timestamp);
        const [record] = lines((await house.ask(`/api/logs/${topic}`)).text);
        const [[seen, now]] = end.state as [[number, number]];
        expect([shown[0], record.timestamp]).toEqual([seen, seen]);
        return { seen, now };
      };
      // The broker's own time where the topic says so, whatever the producer claims …
      const appended = await clocks(
        await produce(house, "appended", [at(times.beginning)], {
          "message.timestamp.type": "LogAppendTime",
        }),
      );
      expect(appended.seen).toBeGreaterThan(times.beginning);
      // … and what the broker has kept otherwise, be it ahead of this server's clock.
      const ahead = Date.now() + times.ahead;
      const created = await clocks(await produce(house, "created", [at(ahead)]));
      expect(created.seen).toBe(ahead);
      // The reducer's clock is the run's seed, and no clock of ours.
      expect(appended.now).toBe(created.now);
    },
  },
];

/** A server whose broker was never there, then one whose broker is killed under it and comes back. */
async function brokerAway(house: House): Promise<void> {
  const nowhere = { ...house.kafka, brokers: ["127.0.0.1:9"], ours: false };
  await onSpare({ kafka: nowhere }, (address) => expectAway(house, address));
  const { address, pid } = await ownBroker();
  expect((await runAt(house, address)).verdict).toBe("ok");
  process.kill(await pid(), "SIGKILL");
  await expectAway(house, address);
  // From the moment the server calls itself ready, no run is refused any more.
  await until(async () => (await fetch(`${address}/readyz`)).ok, "the broker's return", 60_000);
  for (let n = 0; n < 10; n++) expect((await runAt(house, address)).verdict).toBe("ok");
}

async function expectAway(house: House, address: string): Promise<void> {
  const refused = await runAt(house, address);
  expect(refused).toMatchObject({ status: 503, code: "log-unavailable", retry: "2" });
  expect(refused.detail).toMatch(/Try again in a moment/);
  await until(async () => (await fetch(`${address}/readyz`)).status === 503, "the end of readiness");
  // No slot was taken, and the sandbox is as healthy as before.
  expect((await runAt(house, address, given(3))).verdict).toBe("ok");
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
}

/** A run on another server: how it ended, or its refusal. */
async function runAt(house: House, address: string, log: object = carts) {
  const answer = await fetch(`${address}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": house.learner },
    body: JSON.stringify({ source: summing(), log }),
  });
  const text = await answer.text();
  house.hear(text);
  if (answer.ok) return (await readRun(text)).end as { verdict: string };
  return { status: answer.status, retry: answer.headers.get("retry-after"), ...JSON.parse(text) };
}

/** The broker's process is stopped: it takes connections and says nothing. */
async function brokerSlow(house: House): Promise<void> {
  const { address, pid } = await ownBroker();
  const broker = await pid();
  const page = await TestClient.open(address, house.learner);
  try {
    process.kill(broker, "SIGSTOP");
    page.send({ kind: "run", id: "slow", source: summing(), log: carts });
    await page.next(({ id, message }) => id === "slow" && message.kind === "progress");
    expect(page.answers("slow")).toEqual([expect.objectContaining({ phase: "reading" })]);
    // Longer than a run may use the processor: waiting for Kafka is not charged to the reducer.
    await new Promise((resolve) => setTimeout(resolve, limits.cpuMilliseconds + 200));
    process.kill(broker, "SIGCONT");
    expect(await page.end("slow")).toMatchObject({ verdict: "ok" });

    process.kill(broker, "SIGSTOP");
    page.send({ kind: "run", id: "dead", source: summing(), log: carts });
    expect(await page.end("dead")).toMatchObject({ kind: "problem", code: "log-unavailable" });
    expect(stepsOf(page, "dead")).toEqual([]);
  } finally {
    process.kill(broker, "SIGCONT");
    house.hear(page.heard.map((message) => JSON.stringify(message)).join("\n"));
    page.close();
  }
  await until(async () => (await runAt(house, address)).verdict === "ok", "the next good run");
}

async function trimmed(house: House): Promise<void> {
  const records = (count: number, size: number) =>
    Array.from({ length: count }, (_, n) => ({
      value: JSON.stringify(counted(n, { text: "x".repeat(size) })),
    }));
  const few = await produce(house, "few", [records(30, 1)]);
  await trim(house, few, 20);
  const gone = await house.ask("/api/runs", {
    body: { source: summing(), log: { topic: few, partition: 0, from: 3 } },
  });
  expect([gone.status, JSON.parse(gone.text).code]).toEqual([410, "log-trimmed"]);
  expect(JSON.parse(gone.text).detail).toContain("offset 20");
  expect((await house.run(summing(), { log: { topic: few } })).end).toMatchObject({
    verdict: "ok",
    steps: 10,
  });

  // A log longer than one read: its end is deleted while its beginning is folded.
  const batches = Array.from({ length: 28 }, () => records(500, 1_000));
  const many = await produce(house, "many", batches);
  const end = await onPage(house, async (page) => {
    page.send({
      kind: "run",
      id: "r",
      source: summing("for (let i = 0; i < 4_000; i++);"),
      log: { topic: many },
    });
    await page.next(({ id }) => id === "r");
    await trim(house, many, 13_990);
    return page.end("r");
  });
  expect(end).toMatchObject({ kind: "end", verdict: "log-unavailable" });
  expect(end.message).toMatch(/deleted records of this slice while it was read\. Start at a later offset/);
  expect((await house.run(summing(), { log: { topic: many } })).end).toMatchObject({
    verdict: "ok",
    steps: 10,
  });
}
