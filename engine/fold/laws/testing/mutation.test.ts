import fc from "fast-check";
import { expect, test } from "vitest";
import { type Event, type RawRecord, readRecord } from "../../event.ts";
import { foldOnce } from "../folding-interface.ts";
import { foldingOf } from "./in-memory-fold.ts";
import { logOf, logs, pureReducers, types } from "./sample-logs.ts";

test("a function that gives new states changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, logs, async (reducer, log) => {
      const { stopped } = await foldOnce(
        foldingOf(() => reducer),
        { records: log },
      );
      expect(stopped).toBeNull();
    }),
  );
});

function eventOf(record: RawRecord | undefined): Event | undefined {
  const read = record && readRecord(record);
  return read && "event" in read ? read.event : undefined;
}

type Cart = { lines: Record<string, number>; log: string[] };
type Change = [what: string, of: string, path: string[], change: (cart: Cart, event: Event) => unknown];
const changes: Change[] = [
  ["a number", "state", ["lines", "a/b.c"], ({ lines }) => Object.assign(lines, { "a/b.c": -1 })],
  ["a new key", "state", ["lines", "hat"], ({ lines }) => Object.assign(lines, { hat: 1 })],
  ["a key that is gone", "state", ["lines", "a/b.c"], ({ lines }) => delete lines["a/b.c"]],
  ["a list", "state", ["log", "0"], ({ log }) => log.unshift("first")],
  ["the event's data", "event", ["data", "n"], (_, event) => Object.assign(event.data as object, { n: 0 })],
  [
    "its metadata",
    "event",
    ["metadata", "position", "offset"],
    (_, { metadata }) => metadata.position.offset--,
  ],
];

test.each(changes)("%s that was changed in place is named with its record", async (_, of, path, change) => {
  const cart = { lines: { "a/b.c": 2 }, log: [] as string[] };
  const changing = (bad: string[], after: (cart: Cart, changed: boolean) => Cart) =>
    foldingOf(() => ({
      initialState: () => structuredClone(cart),
      evolve(given: Cart, event) {
        const changes = bad.includes(event.type);
        if (changes) change(given, event);
        return after(given, changes);
      },
    }));
  await fc.assert(
    fc.asyncProperty(types(12), fc.subarray(["A", "B", "C"]), fc.boolean(), async (all, bad, throws) => {
      const log = logOf(all);
      const folding = changing(bad, (next, changed) => {
        if (changed && throws) throw new Error("after the deed");
        return { ...next };
      });
      const { states, stopped } = await foldOnce(folding, { records: log });
      const index = all.findIndex((type) => type !== null && bad.includes(type));
      if (index < 0) {
        expect(stopped).toBeNull();
        return;
      }
      expect(stopped?.changed).toMatchObject({ of, path });
      // The states end before the record that was folded when it happened.
      expect(states).toHaveLength(index + 1);
      const before = of === "state" ? states[index] : eventOf(log[index]);
      if (of === "state") expect(before).toEqual(cart);
      else expect(before).toMatchObject({ data: { n: index + 1 } });
      expect(stopped?.changed?.after).not.toEqual(before);
    }),
  );
});
