import { expect, test } from "vitest";
import { linkTo } from "../exercise/link/link-fragment.ts";
import { readFragment } from "../exercise/link/read-link.ts";
import { defaultChoices, openRecords } from "./playground-log.ts";
import { playgroundPayload } from "./playground-payload.ts";

const learner = "0123456789abcdef".repeat(2);

function sharedOf(topic: string) {
  const position = { topic, partition: 0, offset: 4 };
  const record = { position, timestamp: 1, key: "k", headers: {}, value: '{"type":"A","data":{}}' };
  return playgroundPayload("playground", openRecords(topic, [record], { kind: "topic" }), defaultChoices)
    .shared;
}

test("a link to a topic of one's own holds the records, and nowhere the learner's name", async () => {
  const playground = sharedOf(`mine.${learner}.carts`);
  expect(JSON.stringify(playground)).not.toContain(learner);
  expect(playground?.log).toMatchObject({
    kind: "given",
    name: "mine.carts",
    records: [
      { position: { topic: "mine.carts", partition: 0, offset: 4 }, value: '{"type":"A","data":{}}' },
    ],
  });
  const { hash } = new URL(await linkTo("https://example.test/playground/", { playground }));
  expect(JSON.stringify(await readFragment(hash))).not.toContain(learner);
});

test("a link to a topic of the course goes by its slice", () => {
  expect(sharedOf("course.carts")?.log).toEqual({
    kind: "topic",
    slice: { topic: "course.carts", partitions: [{ partition: 0, from: 4, to: 5 }] },
  });
});
