import fc from "fast-check";
import type { RawRecord } from "../../fold/event.ts";
import { mergeOrder } from "../../fold/merge-order.ts";
import type { Slice } from "../../fold/trace.ts";
import { anyText, numberText, wellFormedText } from "./texts.ts";

/** A record before it has an offset: what a producer sends. */
export interface GeneratedRecord {
  partition: number;
  key: string | null;
  timestamp: number;
  headers: Record<string, string>;
  value: string | null;
}

/** Types of events that generated programs know; the last ones are known to none. */
export const knownTypes = ["Added", "Removed", "Renamed", "Größe geändert", "__proto__"] as const;
const type = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...knownTypes) },
  { weight: 1, arbitrary: fc.constantFrom("Forgotten", "added", "toString") },
  { weight: 1, arbitrary: anyText },
);

/** The members of an object as JSON text, in any order. */
function objectText(members: fc.Arbitrary<[name: string, json: string]>[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.tuple(...members),
      fc.array(fc.nat(members.length), { maxLength: 3 }),
      fc.constantFrom("", " ", "\n\t"),
    )
    .map(([parts, moved, space]) => {
      const ordered = [...parts];
      for (const at of moved) ordered.push(...ordered.splice(at, 1));
      return `{${space}${ordered.map(([name, json]) => `${name}${space}:${json}`).join(`,${space}`)}}`;
    });
}

const member = (name: string, json: fc.Arbitrary<string>) =>
  json.map((text): [string, string] => [JSON.stringify(name), text]);
const textJson = anyText.map((text) => JSON.stringify(text));
const anyJson = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" }).map((value) => JSON.stringify(value));

const data = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.subarray(["amount", "item", "qty", "tags", "nested", "note"] as const).chain((names) => {
      const parts = {
        amount: numberText,
        item: textJson,
        qty: fc.nat(9).map(String),
        tags: fc.array(textJson, { maxLength: 3 }).map((tags) => `[${tags.join(",")}]`),
        nested: objectText([member("a", numberText), member("__proto__", anyJson), member("b c", textJson)]),
        note: fc.oneof(textJson, fc.constant("null")),
      };
      return objectText(names.map((name) => member(name, parts[name])));
    }),
  },
  { weight: 2, arbitrary: anyJson },
  { weight: 1, arbitrary: numberText },
  { weight: 1, arbitrary: fc.constantFrom("null", "[]", "{}", '""', "false") },
);

const metadata = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .subarray(["id", "version", "occurredAt", "causationId", "correlationId", "other"] as const)
      .chain((names) => {
        const parts = {
          id: fc.oneof(textJson, fc.constant("7")),
          version: fc.oneof(fc.constantFrom("1", "2", "0", '"2"', "null"), numberText),
          occurredAt: fc.oneof(
            fc.constantFrom('"2026-01-05T10:00:00.000Z"', '"2026-01-05"', '"yesterday"', '""', "null", "0"),
            textJson,
          ),
          causationId: fc.oneof(textJson, fc.constant("1")),
          correlationId: textJson,
          other: anyJson,
        };
        return objectText(names.map((name) => member(name, parts[name])));
      }),
  },
  { weight: 1, arbitrary: fc.constantFrom("null", "[1]", '"text"', "{}", '{"__proto__":{"id":"x"}}') },
);

const typeMember = member(
  "type",
  type.map((t) => JSON.stringify(t)),
);
const eventJson = fc.oneof(
  {
    weight: 3,
    arbitrary: objectText([typeMember, member("data", data)]),
  },
  {
    weight: 3,
    arbitrary: objectText([typeMember, member("data", data), member("metadata", metadata)]),
  },
);

/** What a value can be that is no event. */
const otherText = fc.oneof(
  fc.constantFrom(
    "",
    "hello",
    "{",
    "[]",
    "null",
    "7",
    '"text"',
    '{"type":"Added"}',
    '{"data":1}',
    "\ufeff{}",
  ),
  fc.constantFrom('{"type":"","data":1}', '{"type":7,"data":1}', '{"type":"Added","data":undefined}', "{}{}"),
  wellFormedText,
);

/** The value of a record: an event mostly, a tombstone or something else now and then. */
export const recordValue = fc.oneof(
  { weight: 12, arbitrary: eventJson },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: otherText },
);

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("cart-1", "cart-2", "Größe", "__proto__") },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: wellFormedText },
);

/** Milliseconds since the epoch, of a few near moments so that some are equal; -1 is Kafka's word for none. */
const timestamp = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => 1_767_225_600_000 + n * 1_000) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 999, 951_782_400_000) },
  { weight: 1, arbitrary: fc.constant(-1) },
);

/** Requests may not have `__proto__` as the name of a member. */
const headerName = wellFormedText.filter((name) => name !== "__proto__");

/** A log of up to three partitions and 24 records; never empty. */
export const generatedLog: fc.Arbitrary<GeneratedRecord[]> = fc
  .integer({ min: 1, max: 3 })
  .chain((partitions) =>
    fc.array(
      fc.record({
        partition: fc.nat(partitions - 1),
        key,
        timestamp,
        headers: fc.dictionary(headerName, wellFormedText, { maxKeys: 2, noNullPrototype: true }),
        value: recordValue,
      }),
      { minLength: 1, maxLength: 24, size: "max" },
    ),
  );

/** The log in a topic whose partitions end at `ends` so far: its records in fold order, and the slice that holds them. */
export function placeLog(
  log: GeneratedRecord[],
  topic: string,
  ends: number[] = [],
): { records: RawRecord[]; slice: Slice } {
  const byPartition = new Map<number, RawRecord[]>();
  for (const { partition, ...rest } of log) {
    const placed = byPartition.get(partition) ?? [];
    const offset = (ends[partition] ?? 0) + placed.length;
    placed.push({ position: { topic, partition, offset }, ...rest });
    byPartition.set(partition, placed);
  }
  const parts = [...byPartition].toSorted(([a], [b]) => a - b);
  return {
    records: mergeOrder(parts.map(([, records]) => records)),
    slice: {
      topic,
      partitions: parts.map(([partition, records]) => {
        const from = ends[partition] ?? 0;
        return { partition, from, to: from + records.length };
      }),
    },
  };
}
