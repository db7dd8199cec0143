import { expect, test } from "vitest";
import { isLearners, mayRead, ownerOf, ownTopic, readableTopic } from "./topic-names.ts";

const me = "0123456789abcdef0123456789abcdef";
const other = "f".repeat(32);

test("a short name is completed with the learner", () => {
  expect(ownTopic("mine.carts", me)).toBe(`mine.${me}.carts`);
  expect(ownTopic(`mine.${me}.carts`, me)).toBe(`mine.${me}.carts`);
  expect(readableTopic("mine.carts", me)).toBe(`mine.${me}.carts`);
});

test("course logs are read and never appended to", () => {
  expect(readableTopic("course.carts", me)).toBe("course.carts");
  expect(() => ownTopic("course.carts", me)).toThrow(expect.objectContaining({ code: "topic-read-only" }));
});

test("nobody reads or writes a topic of another learner", () => {
  expect(() => readableTopic(`mine.${other}.carts`, me)).toThrow(
    expect.objectContaining({ code: "topic-not-yours" }),
  );
  expect(() => ownTopic(`mine.${other}.carts`, me)).toThrow(
    expect.objectContaining({ code: "topic-not-yours" }),
  );
});

test.each(["mine.a_b", "mine.A", "mine.1a", `mine.${"a".repeat(41)}`])("%s is no name of a topic", (name) => {
  expect(() => ownTopic(name, me)).toThrow(expect.objectContaining({ code: "topic-name-invalid" }));
});

test.each(["__consumer_offsets", "mine.", "mine.a.b", "mine..a", "course.", "course.a_b", "../x", ""])(
  "%j names nothing that can be read",
  (name) => {
    expect(() => readableTopic(name, me)).toThrow(expect.objectContaining({ code: "topic-unknown" }));
  },
);

test("the owner is read from a full name only", () => {
  expect(ownerOf(`mine.${me}.carts`)).toBe(me);
  expect(ownerOf("mine.carts")).toBeNull();
  expect(ownerOf("course.carts")).toBeNull();
});

test("a topic under a shorter name, as earlier versions gave, is some learner's and can be read by nobody", () => {
  expect(isLearners("mine.0123456789ab.carts")).toBe(true);
  expect(isLearners("course.carts")).toBe(false);
  expect(ownerOf("mine.0123456789ab.carts")).toBeNull();
  expect(() => readableTopic("mine.0123456789ab.carts", me)).toThrow(
    expect.objectContaining({ code: "topic-unknown" }),
  );
});

test("somebody may read the course's topics and their own, and nothing else", () => {
  expect(mayRead("course.carts", me)).toBe(true);
  expect(mayRead(`mine.${me}.carts`, me)).toBe(true);
  expect(mayRead(`mine.${other}.carts`, me)).toBe(false);
  expect(mayRead("__consumer_offsets", me)).toBe(false);
});
