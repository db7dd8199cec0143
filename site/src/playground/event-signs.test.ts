import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecord } from "../../../engine/fold/event.ts";
import { readCatalog } from "../../../exercises/catalog.ts";
import { eventColour, eventSign } from "../../../figures/event-colours.ts";
import { firstLog } from "./first-log.ts";

const { exercises } = await readCatalog(join(import.meta.dirname, "../../../exercises"));
const logs = [{ id: "the playground's first log", records: firstLog().records }, ...exercises];

describe("no two event types of a log share a sign", () => {
  test.each(logs.map(({ id, records }) => [id, records] as const))("%s", (_, records) => {
    const types = new Set(
      records.flatMap((record) => {
        const read = readRecord(record);
        return "event" in read ? [read.event.type] : [];
      }),
    );
    expect(new Set([...types].map(eventSign)).size).toBe(types.size);
  });
});

test("two types of one colour rarely share their sign too", () => {
  const types = Array.from({ length: 400 }, (_, i) => `Type${i}Happened`);
  const same = (one: string, other: string) =>
    eventColour(one) === eventColour(other) && eventSign(one) === eventSign(other);
  const pairs = types.flatMap((one, i) => types.slice(i + 1).map((other) => same(one, other)));
  expect(pairs.filter(Boolean).length / pairs.length).toBeLessThan(0.02);
});
