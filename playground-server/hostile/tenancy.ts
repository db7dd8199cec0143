import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { openKafkaJs } from "../log/client.ts";
import { apart, given, lines, silent, summing, until } from "../testing/playground.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { onPage, stepsOf } from "./page.ts";
import { onSpare } from "./spare.ts";

const event = { type: "Noted", data: { secret: "of the victim" } };
const newEvent = (topic: string) => ({ topic, key: "k", event: { type: "A", data: null } });
/** Spins inside a built-in: only the kill from outside ends it. */
const unstoppable = summing('"" + new Array(1e9);');

/** Sessions and what belongs to them. */
export const tenancy: HostileCase[] = [
  {
    id: "TEN-01",
    what: "guessing another learner's session",
    // No list of sessions is kept that a guess could hit: a token is whoever brings it, and a guessed one is nobody yet.
    async try(house) {
      const topic = await house.append("mine.notes", event);
      const handed = await Promise.all(
        Array.from({ length: 20 }, async () => (await house.ask("/api/about", { session: null })).headers),
      );
      const tokens = handed.map((headers) => String(headers["x-session"]));
      expect(new Set(tokens).size).toBe(20);
      for (const token of tokens) expect(Buffer.from(token, "base64url").length).toBe(24);
      const publicName = topic.split(".")[1] as string;
      const guesses = Array.from({ length: 60 }, () => randomUUID());
      for (const guess of [...guesses, publicName, `${house.learner}x`]) {
        const { text } = await house.ask("/api/logs", { session: guess });
        expect(JSON.parse(text).topics.filter((name: string) => name.startsWith("mine."))).toEqual([]);
        expect((await house.ask(`/api/logs/${topic}`, { session: guess })).status).toBe(403);
      }
      expect((await house.ask("/api/logs/mine.notes", { session: publicName })).status).toBe(404);
    },
  },
  {
    id: "TEN-03",
    what: "reading and writing another learner's topic by its full name",
    async try(house) {
      const topic = await house.append("mine.notes", event);
      const thief = house.session();
      const refused = [
        await house.ask(`/api/logs/${topic}`, { session: thief }),
        await house.ask("/api/runs", { session: thief, body: { source: summing(), log: { topic } } }),
        await house.ask("/api/events", { session: thief, body: newEvent(topic) }),
      ];
      for (const { status, text } of refused) {
        expect([status, JSON.parse(text).code]).toEqual([403, "topic-not-yours"]);
        expect(text).not.toContain("of the victim");
      }
      await onPage(
        house,
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
    async try(house) {
      for (const topic of [
        "mine.a.b",
        "mine.a_b",
        "mine.A",
        "mine.a-b_c",
        "mine.a%2Eb",
        "mine..a",
        "mine.a ",
      ]) {
        const { status } = await house.ask("/api/events", { body: newEvent(topic) });
        expect([400, 404], topic).toContain(status);
      }
      const mine = [...(await house.logEnds.read()).keys()].filter((topic) => topic.startsWith("mine."));
      for (const topic of mine) expect(topic).toMatch(/^mine\.[0-9a-f]{12}\.[a-z][a-z0-9-]*$/);
    },
  },
  {
    id: "TEN-07",
    what: "another one's consumer group",
    // Slices and tails are read by offset: there is no group, neither to name nor to take over.
    async try(house) {
      const named = { log: { topic: "course.carts" }, groupId: "theirs" };
      const refused = await house.ask("/api/runs", { body: { source: summing(), ...named } });
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([400, "request-invalid"]);
      const admin = openKafkaJs(house.kafka, silent).admin();
      await admin.connect();
      const groups = async () => (await admin.listGroups()).groups.map(({ groupId }) => groupId).toSorted();
      const before = await groups();
      await onPage(house, async (page) => {
        page.send({ kind: "tail", id: "g", topic: "course.carts", groupId: "theirs" });
        await page.next(({ kind, code }) => kind === "problem" && code === "request-invalid");
        page.send({ kind: "tail", id: "t", topic: "course.carts" });
        await page.next(({ id, message }) => id === "t" && message.kind === "tailing");
        await house.run(summing(), { log: { topic: "course.carts" } });
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
    async try(house) {
      const { queue } = house.server.playground.runner;
      const other = house.session();
      const cancelled = () => house.server.playground.runner.ended.get("cancelled") ?? 0;
      const before = cancelled();
      await onPage(house, async (page) => {
        page.send({ kind: "run", id: "r", source: unstoppable, log: given(3) });
        await page.next(({ id }) => id === "r");
        expect(queue.running).toBeGreaterThan(0);
        page.close();
        await page.closed;
        await until(() => cancelled() > before, "the run's end");
        // Its answer went nowhere.
        expect(page.answers("r").filter(({ kind }) => kind === "end")).toEqual([]);
      });
      expect(cancelled()).toBe(before + 1);
      // Neither the same session on a new page nor another one hears anything of it.
      for (const session of [house.learner, other]) {
        await onPage(
          house,
          async (page) => {
            page.send({ kind: "run", id: "r", source: summing(), log: given(3) });
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
async function takeAllTopics(house: House): Promise<void> {
  const kafka = { ...apart(house.kafka), ours: false };
  const env = {
    ...{ LEARNER_TOPICS_PER_SESSION: "2", LEARNER_TOPICS_PER_ADDRESS: "3", LEARNER_TOPICS: "4" },
    TRUST_PROXY: "1",
  };
  await onSpare({ kafka, env }, async (address, { playground }) => {
    const append = async (from: string, session: string, topic = "mine.a") => {
      const answer = await fetch(`${address}/api/events`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-session": session, "x-forwarded-for": from },
        body: JSON.stringify(newEvent(topic)),
      });
      const text = await answer.text();
      house.hear(text);
      return { status: answer.status, retry: answer.headers.get("retry-after"), ...lines(text)[0] };
    };
    const first = house.session();
    expect((await append("192.0.2.1", first)).status).toBe(200);
    // All at once: room is counted before a topic is made.
    const taken = await Promise.all(Array.from({ length: 12 }, () => append("192.0.2.1", house.session())));
    expect(taken.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const { status, code } of taken)
      if (status !== 200) expect([status, code]).toEqual([429, "address-quota"]);
    // Somebody else still finds room, to the last topic; then it is said that there is none, and when to come back.
    expect((await append("192.0.2.2", house.session())).status).toBe(200);
    const full = await append("192.0.2.3", house.session());
    expect(full).toMatchObject({ status: 503, code: "practice-space-full", retry: "600" });
    expect((await append("192.0.2.1", first)).status).toBe(200);
    expect((await playground.log.topics.all()).filter((topic) => topic.startsWith("mine."))).toHaveLength(4);
    await playground.log.topics.sweep(Date.now() + 30 * 86_400_000);
  });
}
