import { afterEach, beforeEach, expect, test } from "vitest";
import { day, testLog } from "../testing/test-log.ts";
import { logLimits } from "./limits.ts";
import { openTopicSizes } from "./topic-sizes.ts";

const me = "0123456789abcdef0123456789abcdef";
const here = "192.0.2.1";
const value = "x".repeat(60_000);
const { topicBytes, learnerBytes } = logLimits;

let on: Awaited<ReturnType<typeof testLog>>;
let sizes: ReturnType<typeof openTopicSizes>;
beforeEach(async () => {
  on = await testLog({ perSession: 9, perAddress: 9, inAll: 9, idle: 7 * day });
  sizes = openTopicSizes(on.settings);
});
afterEach(async () => {
  await Promise.all([on.close(), sizes.close()]);
});

const own = (name: string) => `mine.${me}.${name}`;
/** What the topic holds at the broker, in bytes. */
const held = async (topic: string) => (await sizes.measure(new Map([[topic, 3]]))).get(topic) ?? 0;
const produce = (topic: string, key: string) => on.log.produce(topic, { key, value });

/** Appends until the log refuses; gives the refusal. Fails where twice the bound is taken. */
async function fill(topic: string): Promise<unknown> {
  for (let n = 0; n * value.length < 2 * topicBytes; n++) {
    try {
      await produce(topic, `key-${n}`);
    } catch (error) {
      return error;
    }
  }
  throw new Error(`${topic} took twice its bound.`);
}

/** Fills a topic as somebody who does not come through this server. */
async function fillOutside(topic: string, bytes: number): Promise<void> {
  for (let sent = 0; sent < bytes; sent += 15 * value.length) {
    // A key of its own for each record: compaction finds nothing to take away.
    const messages = Array.from({ length: 15 }, (_, n) => ({ key: `key-${sent}-${n}`, value }));
    await on.producer.send({ topic: on.wire(topic), messages });
  }
}

test.each(["compact", "delete"])(
  "a topic with cleanup.policy=%s takes no more than its bound",
  async (policy) => {
    const topic = own(policy);
    await on.log.topics.create(topic, here, { config: new Map([["cleanup.policy", policy]]) });
    expect(await fill(topic)).toMatchObject({
      code: "topic-full",
      message: expect.stringContaining(`mine.${policy} holds`),
    });
    const bytes = await held(topic);
    expect(bytes).toBeLessThanOrEqual(topicBytes);
    expect(bytes).toBeGreaterThan(topicBytes / 2);
    await expect(on.log.append(topic, "k", { type: "A", data: { value } }, here)).rejects.toMatchObject({
      code: "topic-full",
    });
    // One that was deleted and made anew has room again, at once.
    await on.log.topics.remove(topic);
    await on.log.append(topic, "k", { type: "A", data: { value } }, here);
  },
);

test("what other clients append is counted as well, and bounds one learner's topics together", async () => {
  const topics = ["a", "b", "c"].map(own);
  for (const topic of topics)
    await on.log.topics.create(topic, here, { config: new Map([["cleanup.policy", "compact"]]) });
  for (const topic of topics) await fillOutside(topic, learnerBytes / 3);
  await expect(produce(topics[0] as string, "k")).rejects.toMatchObject({
    code: "topic-full",
    message: expect.stringContaining("Your topics hold"),
  });
  // Another learner has room.
  await on.log.append(`mine.${"f".repeat(32)}.a`, "k", { type: "A", data: {} }, here);
});
