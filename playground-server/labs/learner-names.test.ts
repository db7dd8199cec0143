import fc from "fast-check";
import { expect, test } from "vitest";
import { ownerOf, ownTopic } from "../log/topic-names.ts";
import { namesOf } from "./learner-names.ts";

const learner = fc.stringMatching(/^[0-9a-f]{32}$/);

test("no name of a learner begins like a name of another", () => {
  fc.assert(
    fc.property(learner, learner, (one, other) => {
      fc.pre(one !== other);
      const others = Object.values(namesOf(other)).filter((name) => name.includes(other));
      const { shortTopicPrefix, ...own } = namesOf(one);
      for (const name of Object.values(own)) {
        for (const another of others)
          expect(another.startsWith(name) || name.startsWith(another)).toBe(false);
      }
    }),
  );
});

test("a lab's topic is the learner's own, by its full name and as its owner types it", () => {
  fc.assert(
    fc.property(learner, (one) => {
      const { topicPrefix, shortTopicPrefix } = namesOf(one);
      expect(ownTopic(`${shortTopicPrefix}carts`, one)).toBe(`${topicPrefix}carts`);
      expect(ownerOf(`${topicPrefix}carts`)).toBe(one);
    }),
  );
});

test.each(["", "x".repeat(32), "ABCDEF0123456789ABCDEF0123456789", '"; DROP SCHEMA', "a".repeat(31)])(
  "what is not the public name of a session gets no names: %s",
  (name) => {
    expect(() => namesOf(name)).toThrow(TypeError);
  },
);
