import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../event.ts";
import { isObject, type Json } from "../json.ts";
import { upcasterCoverage } from "./upcaster-coverage.ts";

const event = (type: string, version: number, offset: number): Event => ({
  type,
  data: {},
  metadata: {
    id: `e${offset}`,
    version,
    occurredAt: "2026-03-02T09:00:00Z",
    key: "cart-1",
    position: { topic: "given", partition: 0, offset },
    timestamp: 0,
  },
});
const at = (offset: number) => ({ topic: "given", partition: 0, offset });
const current = { ItemAdded: 3, CartOpened: 1 };

/** Version 1 and 2 of ItemAdded to 3, as a chain; whatever else as it is. */
const chain = (given: Event): Json => {
  const { metadata, ...rest } = given;
  const version = given.type === "ItemAdded" ? 3 : metadata.version;
  return { ...rest, metadata: { ...metadata, version } } as unknown as Json;
};

test("each pair of type and version is told with what it became", () => {
  const events = [
    event("ItemAdded", 1, 0),
    event("CartOpened", 1, 1),
    event("ItemAdded", 3, 2),
    event("Gone", 1, 3),
  ];
  expect(upcasterCoverage(events, chain, current)).toEqual([
    {
      type: "CartOpened",
      version: 1,
      seen: 1,
      first: at(1),
      becomes: [{ type: "CartOpened", version: 1 }],
      reads: "current",
      uncovered: null,
    },
    {
      type: "Gone",
      version: 1,
      seen: 1,
      first: at(3),
      becomes: [{ type: "Gone", version: 1 }],
      reads: "uncovered",
      uncovered: at(3),
    },
    {
      type: "ItemAdded",
      version: 1,
      seen: 1,
      first: at(0),
      becomes: [{ type: "ItemAdded", version: 3 }],
      reads: "current",
      uncovered: null,
    },
    { type: "ItemAdded", version: 2, seen: 0, first: null, becomes: [], reads: "unseen", uncovered: null },
    {
      type: "ItemAdded",
      version: 3,
      seen: 1,
      first: at(2),
      becomes: [{ type: "ItemAdded", version: 3 }],
      reads: "current",
      uncovered: null,
    },
  ]);
});

const kinds = fc.constantFrom<[string, number]>(
  ["ItemAdded", 1],
  ["ItemAdded", 2],
  ["ItemAdded", 3],
  ["CartOpened", 1],
  ["Gone", 1],
  ["toString", 1],
);
const histories = fc
  .array(kinds, { maxLength: 20 })
  .map((all) => all.map(([type, version], i) => event(type, version, i)));

test("an upcaster that leaves some pairs behind is found for exactly these, at their first event", () => {
  const gap = fc.constantFrom("the same", "threw", "no event", "no version", "a type nobody knows");
  fc.assert(
    fc.property(histories, fc.subarray([1, 2, 3], { minLength: 1 }), gap, (events, missed, how) => {
      const upcast = (given: Event): Json | undefined => {
        if (given.type !== "ItemAdded" || !missed.includes(given.metadata.version)) return chain(given);
        if (how === "threw") throw new Error("unknown version");
        if (how === "no event") return null;
        if (how === "no version") return { type: given.type, data: given.data };
        if (how === "a type nobody knows") return { type: "Added", data: {}, metadata: { version: 3 } };
        return given as unknown as Json;
      };
      for (const row of upcasterCoverage(events, upcast, current)) {
        const its = events.filter(
          ({ type, metadata }) => type === row.type && metadata.version === row.version,
        );
        expect(row.seen).toBe(its.length);
        expect(row.first).toEqual(its[0]?.metadata.position ?? null);
        const gone = row.type === "Gone" || row.type === "toString";
        // Version 3 that is left as it is needs no upcaster.
        const left =
          row.type === "ItemAdded" &&
          missed.includes(row.version) &&
          !(how === "the same" && row.version === 3);
        expect(row.reads).toBe(its.length === 0 ? "unseen" : gone || left ? "uncovered" : "current");
        expect(row.uncovered).toEqual(row.reads === "uncovered" ? row.first : null);
      }
    }),
    { numRuns: 300 },
  );
});

test("an empty log has seen no version up to the current ones", () => {
  const rows = upcasterCoverage([], chain, current).map(({ type, version, reads }) => [type, version, reads]);
  expect(rows).toEqual([
    ["CartOpened", 1, "unseen"],
    ["ItemAdded", 1, "unseen"],
    ["ItemAdded", 2, "unseen"],
    ["ItemAdded", 3, "unseen"],
  ]);
});

test("one event that is not covered is enough, however its fellows fare", () => {
  const events = [event("ItemAdded", 1, 0), event("ItemAdded", 1, 1)];
  const upcast = (given: Event, index: number) => (index === 1 ? (given as unknown as Json) : chain(given));
  const row = upcasterCoverage(events, upcast, current).find(
    ({ type, version }) => type === "ItemAdded" && version === 1,
  );
  expect(row).toMatchObject({
    reads: "uncovered",
    uncovered: at(1),
    becomes: [{ version: 3 }, { version: 1 }],
  });
  expect(isObject(row)).toBe(true);
});
