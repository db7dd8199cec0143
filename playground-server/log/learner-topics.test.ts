import pino from "pino";
import { expect, test } from "vitest";
import { silent } from "../testing/playground.ts";
import { LearnerTopics } from "./learner-topics.ts";
import type { SliceReader } from "./slice.ts";
import type { Topics } from "./topics.ts";

/** Topics without a broker; `onCreate` is called when one has been made. */
function quota(inAll: number, logger = silent, onCreate = async () => {}) {
  let made: string[] = [];
  const topics: Pick<Topics, "list" | "create" | "remove"> = {
    list: async () => [...made],
    async create(topic) {
      made.push(topic);
      await onCreate();
    },
    async remove(topics) {
      made = made.filter((topic) => !topics.includes(topic));
    },
  };
  const reader: Pick<SliceReader, "timestamps"> = { timestamps: async () => [-1, -1, -1] };
  const limits = { perSession: 9, perAddress: inAll, inAll, idle: 60_000 };
  return new LearnerTopics(topics as Topics, reader as SliceReader, limits, logger);
}

test("a topic that is just being made is not idle, empty as it is", async () => {
  const swept: string[] = [];
  const learners = quota(1, silent, async () => {
    swept.push(...(await learners.sweep()));
  });
  await learners.ensure("mine.0123456789ab.carts", "192.0.2.1");
  expect(swept).toEqual([]);
  expect(await learners.sweep(Date.now() + 61_000)).toEqual(["mine.0123456789ab.carts"]);
});

test("the operator is told once that the practice space fills up, and again when it fills up anew", async () => {
  const told: string[] = [];
  const learners = quota(5, pino({ level: "warn" }, { write: (line: string) => told.push(line) }));
  const make = (n: number) => learners.ensure(`mine.0123456789ab.topic-${n}`, "192.0.2.1");
  for (const n of [1, 2, 3]) await make(n);
  expect(told).toEqual([]);
  for (const n of [4, 5]) await make(n);
  expect(told.map((line) => JSON.parse(line))).toMatchObject([
    { topics: 4, of: 5, msg: expect.stringContaining("nearly full") },
  ]);
  await learners.sweep(Date.now() + 61_000);
  expect(learners.counted).toBe(0);
  for (const n of [1, 2, 3, 4]) await make(n);
  expect(told).toHaveLength(2);
});
