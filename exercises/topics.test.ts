import { expect, test } from "vitest";
import { layOut } from "./topics.ts";

const event = { type: "Baked", data: {}, metadata: { id: "b1", occurredAt: "2026-05-11T17:50:00Z" } };

test("a record has the time of its event, or the one that its log says Kafka got it", () => {
  const late = Date.parse("2026-05-11T18:20:00Z");
  const log = [
    { key: "jar", event },
    { key: "jar", event, timestamp: late },
  ];
  const times = layOut("course.jar", 1, log).map(({ timestamp }) => timestamp);
  expect(times).toEqual([Date.parse(event.metadata.occurredAt), late]);
});
