import { expect, test } from "vitest";
import { readRecord } from "../fold/event.ts";
import { caseOf, placeCase } from "./fold-job.ts";

const happened = "2026-05-11T17:50:00Z";
const record = (timestamp: number) => ({
  position: { topic: "course.phone-carts", partition: 0, offset: 4 },
  timestamp,
  key: "cart-5",
  headers: {},
  value: JSON.stringify({ type: "ItemAdded", data: {}, metadata: { id: "p4", occurredAt: happened } }),
});

test("a record keeps both of its times as a case, and gets them back when the case is placed", () => {
  const late = Date.parse("2026-05-11T18:20:00Z");
  const [placed] = placeCase(caseOf([record(late)])).records;
  const read = placed && readRecord(placed);
  expect(read && "event" in read && read.event.metadata).toMatchObject({
    occurredAt: happened,
    timestamp: late,
  });
});

test("a case names Kafka's time only where it is not the time of the event", () => {
  expect(caseOf([record(Date.parse(happened))]).records[0]).not.toHaveProperty("timestamp");
});
