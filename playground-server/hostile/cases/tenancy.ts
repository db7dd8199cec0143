import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { openKafkaJs } from "../../log/kafka-client.ts";
import {
  givenRecords,
  isolateTopics,
  lines,
  silentLogger,
  summingSource,
  waitForCondition,
} from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { onSecondServer } from "../second-server.ts";
import type { TargetServer } from "../target-server.ts";
import { stepsOf, withPage } from "../websocket-page.ts";

const event = { type: "Noted", data: { secret: "of the victim" } };
const newEvent = (topic: string) => ({ topic, key: "k", event: { type: "A", data: null } });
/** Spins inside a built-in: only the kill from outside ends it. */
const unstoppable = summingSource('"" + new Array(1e9);');

/** Sessions and what belongs to them. */
export const tenancy: HostileCase[] = [
  {
    id: "TEN-01",
    what: "guessing another learner's session",
    // No list of sessions is kept that a guess could hit: a token is whoever brings it, and a guessed one is nobody yet.
    async try(target) {
      const topic = await target.append("mine.notes", event);
      const handed = await Promise.all(
        Array.from({ length: 20 }, async () => (await target.ask("/api/about", { session: null })).headers),
      );
      const tokens = handed.map((headers) => String(headers["x-session"]));
      expect(new Set(tokens).size).toBe(20);
      for (const token of tokens)
        expect(Buffer.from(token.split(".", 1)[0] ?? "", "base64url").length).toBe(24);
      const publicName = topic.split(".")[1] as string;
      const guesses = Array.from({ length: 60 }, () => randomUUID());
      for (const guess of [...guesses, publicName, `${target.learner}x`]) {
        const { text } = await target.ask("/api/logs", { session: guess });
        expect(JSON.parse(text).topics.filter((name: string) => name.startsWith("mine."))).toEqual([]);
        expect((await target.ask(`/api/logs/${topic}`, { session: guess })).status).toBe(403);
      }
      expect((await target.ask("/api/logs/mine.notes", { session: publicName })).status).toBe(404);
    },
  },
  {
    id: "TEN-03",
    what: "reading and writing another learner's topic by its full name",
    async try(target) {
      const topic = await target.append("mine.notes", event);
      const thief = target.session();
      const refused = [
        await target.ask(`/api/logs/${topic}`, { session: thief }),
        await target.ask("/api/runs", { session: thief, body: { source: summingSource(), log: { topic } } }),
        await target.ask("/api/events", { session: thief, body: newEvent(topic) }),
      ];
      for (const { status, text } of refused) {
        expect([status, JSON.parse(text).code]).toEqual([403, "topic-not-yours"]);
        expect(text).not.toContain("of the victim");
      }
      await withPage(
        target,
        async (page) => {
          page.send({ kind: "tail", id: "t", topic });
          page.send({ kind: "append", id: "a", ...newEvent(topic) });
          for (const id of ["t", "a"]) expect(await page.end(id)).toMatchObject({ code: "topic-not-yours" });
        },
        thief,
      );
    },
  },
  {
    id: "TEN-05",
    what: "names that Kafka takes for one",
    async try(target) {
      for (const topic of [
        "mine.a.b",
        "mine.a_b",
        "mine.A",
        "mine.a-b_c",
        "mine.a%2Eb",
        "mine..a",
        "mine.a ",
      ]) {
        const { status } = await target.ask("/api/events", { body: newEvent(topic) });
        expect([400, 404], topic).toContain(status);
      }
      const mine = [...(await target.logEnds.read()).keys()].filter((topic) => topic.startsWith("mine."));
      for (const topic of mine) expect(topic).toMatch(/^mine\.[0-9a-f]{32}\.[a-z][a-z0-9-]*$/);
    },
  },
  {
    id: "TEN-07",
    what: "another one's consumer group",
    // Slices and tails are read by offset: there is no group, neither to name nor to take over.
    async try(target) {
      const named = { log: { topic: "course.carts" }, groupId: "theirs" };
      const refused = await target.ask("/api/runs", { body: { source: summingSource(), ...named } });
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([400, "request-invalid"]);
      const admin = openKafkaJs(target.kafka, silentLogger).admin();
      await admin.connect();
      const groups = async () => (await admin.listGroups()).groups.map(({ groupId }) => groupId).toSorted();
      const before = await groups();
      await withPage(target, async (page) => {
        page.send({ kind: "tail", id: "g", topic: "course.carts", groupId: "theirs" });
        await page.next(({ kind, code }) => kind === "problem" && code === "request-invalid");
        page.send({ kind: "tail", id: "t", topic: "course.carts" });
        await page.next(({ id, message }) => id === "t" && message.kind === "tailing");
        await target.run(summingSource(), { log: { topic: "course.carts" } });
        expect(await groups()).toEqual(before);
      });
      await admin.disconnect();
    },
  },
  {
    id: "TEN-09",
    what: "a script that makes up sessions until every topic is taken",
    try: takeAllTopics,
  },
  {
    id: "TEN-11",
    what: "a session that ends in the middle of its run",
    async try(target) {
      const { queue } = target.server.playground.runner;
      const other = target.session();
      const cancelled = () => target.server.playground.runner.ended.get("cancelled") ?? 0;
      const before = cancelled();
      await withPage(target, async (page) => {
        page.send({ kind: "run", id: "r", source: unstoppable, log: givenRecords(3) });
        await page.next(({ id }) => id === "r");
        expect(queue.running).toBeGreaterThan(0);
        page.close();
        await page.closed;
        await waitForCondition(() => cancelled() > before, "the run's end");
        // Its answer went nowhere.
        expect(page.answers("r").filter(({ kind }) => kind === "end")).toEqual([]);
      });
      expect(cancelled()).toBe(before + 1);
      // Neither the same session on a new page nor another one hears anything of it.
      for (const session of [target.learner, other]) {
        await withPage(
          target,
          async (page) => {
            page.send({ kind: "run", id: "r", source: summingSource(), log: givenRecords(3) });
            expect(await page.end("r")).toMatchObject({ verdict: "ok", state: { count: 3 } });
            expect(stepsOf(page, "r")).toHaveLength(3);
          },
          session,
        );
      }
    },
  },
];

/** On a server that allows four topics in all and three behind one address; nothing is seeded there. */
async function takeAllTopics(target: TargetServer): Promise<void> {
  const kafka = { ...isolateTopics(target.kafka), ours: false };
  const env = {
    LEARNER_TOPICS_PER_SESSION: "2",
    LEARNER_TOPICS_PER_ADDRESS: "3",
    LEARNER_TOPICS: "4",
    TRUST_PROXY: "1",
  };
  await onSecondServer({ kafka, env }, async (address, { playground }) => {
    const append = async (from: string, session: string, topic = "mine.a") => {
      const answer = await fetch(`${address}/api/events`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-session": session, "x-forwarded-for": from },
        body: JSON.stringify(newEvent(topic)),
      });
      const text = await answer.text();
      target.hear(text);
      return { status: answer.status, retry: answer.headers.get("retry-after"), ...lines(text)[0] };
    };
    const first = target.session();
    expect((await append("192.0.2.1", first)).status).toBe(200);
    // All at once: room is counted before a topic is made.
    const taken = await Promise.all(Array.from({ length: 12 }, () => append("192.0.2.1", target.session())));
    expect(taken.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const { status, code } of taken)
      if (status !== 200) expect([status, code]).toEqual([429, "address-quota"]);
    // Somebody else still finds room, to the last topic; then it is said that there is none, and when to come back.
    expect((await append("192.0.2.2", target.session())).status).toBe(200);
    const full = await append("192.0.2.3", target.session());
    expect(full).toMatchObject({ status: 503, code: "practice-space-full", retry: "600" });
    expect((await append("192.0.2.1", first)).status).toBe(200);
    expect((await playground.log.topics.all()).filter((topic) => topic.startsWith("mine."))).toHaveLength(4);
    await playground.log.topics.sweep(Date.now() + 30 * 86_400_000);
  });
}
