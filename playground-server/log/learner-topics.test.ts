import { expect, test } from "vitest";
import { LearnerTopics } from "./learner-topics.ts";
import type { SliceReader } from "./slice.ts";
import type { Topics } from "./topics.ts";

test("a topic that is just being made is not idle, empty as it is", async () => {
  const made: string[] = [];
  const swept: string[] = [];
  const topics: Pick<Topics, "list" | "create" | "remove"> = {
    list: async () => [...made],
    async create(topic) {
      made.push(topic);
      swept.push(...(await learners.sweep()));
    },
    remove: async () => {},
  };
  const reader: Pick<SliceReader, "timestamps"> = { timestamps: async () => [-1, -1, -1] };
  const learners = new LearnerTopics(topics as Topics, reader as SliceReader, {
    perSession: 1,
    inAll: 1,
    idle: 60_000,
  });
  await learners.ensure("mine.0123456789ab.carts");
  expect(swept).toEqual([]);
  expect(await learners.sweep(Date.now() + 61_000)).toEqual(made);
});
