import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../event.ts";
import type { Json } from "../json.ts";
import { foldingOf } from "./in-memory.ts";
import { mutationLaw } from "./mutation.ts";
import { logOf, logs, pureReducers, types } from "./testing/logs.ts";

test("a function that gives new states changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, logs, async (reducer, log) => {
      expect(
        await mutationLaw(
          foldingOf(() => reducer),
          log,
        ),
      ).toBeNull();
    }),
  );
});

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
  const given = (value: Json | undefined) => value as Json;
  await fc.assert(
    fc.asyncProperty(types(12), fc.subarray(["A", "B", "C"]), fc.boolean(), async (all, bad, throws) => {
      const log = logOf(all);
      const folding = changing(bad, (next, changed) => {
        if (changed && throws) throw new Error("after the deed");
        return { ...next };
      });
      const found = await mutationLaw(folding, log);
      const index = all.findIndex((type) => type !== null && bad.includes(type));
      if (index < 0) {
        expect(found).toBeNull();
        return;
      }
      expect(found).toMatchObject({ of, path, index, position: log[index]?.position });
      if (of === "state") expect(found?.expected).toEqual(cart);
      else expect(given(found?.expected)).toMatchObject({ data: { n: index + 1 } });
      expect(found?.actual).not.toEqual(found?.expected);
    }),
  );
});
