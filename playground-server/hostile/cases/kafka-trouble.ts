import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { isolateTopics, lines, summingSource, waitForCondition } from "../../testing/test-playground.ts";
import { brokerAway, brokerSlow } from "../broker-away-or-slow.ts";
import type { HostileCase } from "../case.ts";
import { produceRecords, trim } from "../produce-records.ts";
import { onSecondServer } from "../second-server.ts";
import type { TargetServer } from "../target-server.ts";
import { withPage } from "../websocket-page.ts";

const counted = (n: number, more: object = {}) => ({ type: "Counted", data: { n, ...more } });
const times = { beginning: 978_307_200_000, ahead: 3_600_000 };

/** Kafka behind the run. */
export const kafka: HostileCase[] = [
  {
    id: "KAF-01",
    what: "the practice space is full",
    async try(target) {
      const settings = { ...isolateTopics(target.kafka), ours: false };
      const env = { LEARNER_TOPICS: "5", LEARNER_TOPICS_PER_ADDRESS: "6" };
      await onSecondServer({ kafka: settings, env }, async (address, { playground }) => {
        const append = () =>
          fetch(`${address}/api/events`, {
            method: "POST",
            headers: { "content-type": "application/json", "x-session": target.session() },
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
        // A broker may list a topic for a moment after its deletion: it is counted again at the next sweep.
        await waitForCondition(async () => {
          await playground.log.topics.sweep();
          return (await gauge()).join() === "1,5";
        }, "the count of topics");
        await playground.log.topics.sweep(Date.now() + 30 * 86_400_000);
      });
    },
  },
  { id: "KAF-03", what: "no broker when the run begins", try: brokerAway },
  { id: "KAF-05", what: "a broker that answers slowly, or not at all", try: brokerSlow },
  {
    id: "KAF-07",
    what: "events of a megabyte",
    async try(target) {
      const big = (n: number) => JSON.stringify(counted(n, { text: "x".repeat(1_000_000) }));
      const topic = await produceRecords(
        target,
        "big",
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [{ value: big(n) }]),
      );
      const slice = (to: number) => ({ topic, partitions: [{ partition: 0, from: 0, to }] });
      const two = await target.run(summingSource(), { log: slice(2) });
      expect(two.end).toMatchObject({ verdict: "ok", steps: 2, state: { count: 2 } });
      // More than one run may hold: refused while it is read, before it piles up here.
      const refused = [
        await target.ask("/api/runs", { body: { source: summingSource(), log: slice(9) } }),
        await target.ask(`/api/logs/${topic}`),
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
    async try(target) {
      const values = [
        Buffer.concat([Buffer.from([0xff, 0xfe, 0x00]), randomBytes(200)]),
        Buffer.from('{"type":"Counted"}'),
        Buffer.from("[1,2]"),
        Buffer.from('{"type":7,"data":1}'),
        Buffer.from(`${"[".repeat(50_000)}`),
        null,
        Buffer.from(JSON.stringify(counted(1))),
      ];
      const topic = await produceRecords(target, "odd", [values.map((value) => ({ key: "k", value }))]);
      const run = await target.run(summingSource(), { log: { topic } });
      // The reducer saw the one event; the rest is counted, and shown as it is with the reason.
      expect(run.end).toMatchObject({ verdict: "ok", steps: 1, skipped: 6, state: { count: 1 } });
      expect(run.steps[0]?.position?.offset).toBe(6);
      const records = lines((await target.ask(`/api/logs/${topic}`)).text);
      expect(
        records.map((record) => record.notAnEvent ?? (record.tombstone ? "tombstone" : "event")),
      ).toEqual([
        "The value is not JSON.",
        'The value has no "data".',
        expect.stringMatching(/^The value /),
        'The value has no "type".',
        "The value is not JSON.",
        "tombstone",
        "event",
      ]);
      expect(records[1].value).toBe('{"type":"Counted"}');
    },
  },
  {
    id: "KAF-11",
    what: "a poison event",
    async try(target) {
      const events = Array.from({ length: 20 }, (_, n) => ({ key: "k", value: JSON.stringify(counted(n)) }));
      const topic = await produceRecords(target, "poison", [events]);
      const poisoned = summingSource('if (event.data.n === 13) throw new Error("poison");');
      const both = [
        await target.run(poisoned, { log: { topic } }),
        await target.run(poisoned, { log: { topic } }),
      ];
      for (const { end, steps } of both) {
        expect(end).toMatchObject({ verdict: "threw", steps: 13, state: { count: 13 } });
        expect(end.at).toMatchObject({ index: 13, position: { topic, partition: 0, offset: 13 } });
        expect(end.message).toContain("poison");
        expect(steps.map(({ position }) => position?.offset)).toEqual(events.slice(0, 13).map((_, n) => n));
      }
      // No offset was committed, nothing was skipped for good: with the reducer fixed the same log folds whole.
      expect((await target.run(summingSource(), { log: { topic } })).end.state).toEqual({ count: 20 });
    },
  },
  {
    id: "KAF-13",
    what: "an event that is too large to append",
    async try(target) {
      const append = (size: number) => ({
        topic: "mine.large",
        key: "k",
        event: { type: "Large", data: "x".repeat(size) },
      });
      for (const [size, code] of [
        [2 * 2 ** 20, "body-too-large"],
        [100_000, "event-too-large"],
        [65_500, "event-too-large"],
      ] as const) {
        const { status, text } = await target.ask("/api/events", { body: append(size) });
        expect([status, JSON.parse(text).code]).toEqual([413, code]);
      }
      const problem = await withPage(target, async (page) => {
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
    async try(target) {
      const source =
        "export const initialState = () => []; export const evolve = (s, e) => [...s, [e.metadata.timestamp, Date.now()]];";
      const at = (timestamp: number) => [
        { key: "k", value: JSON.stringify(counted(1)), timestamp: `${timestamp}` },
      ];
      const clocks = async (topic: string) => {
        const { end, steps } = await target.run(source, { log: { topic } });
        const shown = steps.map(({ event }) => event?.metadata.timestamp);
        const [record] = lines((await target.ask(`/api/logs/${topic}`)).text);
        const [[seen, now]] = end.state as [[number, number]];
        expect([shown[0], record.timestamp]).toEqual([seen, seen]);
        return { seen, now };
      };
      // The broker's own time where the topic says so, whatever the producer claims …
      const appended = await clocks(
        await produceRecords(target, "appended", [at(times.beginning)], {
          "message.timestamp.type": "LogAppendTime",
        }),
      );
      expect(appended.seen).toBeGreaterThan(times.beginning);
      // … and what the broker has kept otherwise, be it ahead of this server's clock.
      const ahead = Date.now() + times.ahead;
      const created = await clocks(await produceRecords(target, "created", [at(ahead)]));
      expect(created.seen).toBe(ahead);
      // The reducer's clock is the run's seed, and no clock of ours.
      expect(appended.now).toBe(created.now);
    },
  },
];

async function trimmed(target: TargetServer): Promise<void> {
  const records = (count: number, size: number) =>
    Array.from({ length: count }, (_, n) => ({
      value: JSON.stringify(counted(n, { text: "x".repeat(size) })),
    }));
  const few = await produceRecords(target, "few", [records(30, 1)]);
  await trim(target, few, 20);
  const gone = await target.ask("/api/runs", {
    body: { source: summingSource(), log: { topic: few, partition: 0, from: 3 } },
  });
  expect([gone.status, JSON.parse(gone.text).code]).toEqual([410, "log-trimmed"]);
  expect(JSON.parse(gone.text).detail).toContain("offset 20");
  expect((await target.run(summingSource(), { log: { topic: few } })).end).toMatchObject({
    verdict: "ok",
    steps: 10,
  });

  // A log longer than one read: its end is deleted while its beginning is folded.
  const batches = Array.from({ length: 28 }, () => records(500, 1_000));
  const many = await produceRecords(target, "many", batches);
  const end = await withPage(target, async (page) => {
    page.send({
      kind: "run",
      id: "r",
      source: summingSource("for (let i = 0; i < 4_000; i++);"),
      log: { topic: many },
    });
    await page.next(({ id }) => id === "r");
    await trim(target, many, 13_990);
    return page.end("r");
  });
  expect(end).toMatchObject({ kind: "end", verdict: "log-unavailable" });
  expect(end.message).toMatch(/deleted records of this slice while it was read\. Start at a later offset/);
  expect((await target.run(summingSource(), { log: { topic: many } })).end).toMatchObject({
    verdict: "ok",
    steps: 10,
  });
}
