import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "./checks.ts";
import { sizeOf } from "./removable-case-parts.ts";
import { smallestCase } from "./smallest-case.ts";

const log = (types: number[]): Case => ({
  records: types.map((type, place) => ({
    key: "k",
    event: { type: String(type), data: null, metadata: { id: `e${place}` } },
  })),
});
const typesOf = (one: Case) => one.records.map(({ event }) => Number(event.type));
const first = (fails: (types: number[]) => boolean) => async (candidates: Case[]) =>
  candidates.findIndex((one) => fails(typesOf(one)));
const anyLog = () => true;
const subsetsOf = (list: number[]): number[][] =>
  list.reduce<number[][]>((all, n) => all.flatMap((one) => [one, [...one, n]]), [[]]);

test("where the found case leads to a larger one than another does, the smaller is given", async () => {
  const fails = (types: number[]) => types.join() === "1,2,3" || types.includes(9);
  const least = await smallestCase([log([1, 2, 3]), log([4, 5, 9])], anyLog, first(fails), 0);
  expect(typesOf(least)).toEqual([9]);
});

test("what leaving out one part after another misses is found among the smaller choices", async () => {
  const fails = (types: number[]) => ["0,1,2,3,4,5,6,7", "0,1,2,3", "5"].includes(types.join());
  const found = log([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(typesOf(await smallestCase([found], anyLog, first(fails), 0))).toEqual([0, 1, 2, 3]);
  expect(typesOf(await smallestCase([found], anyLog, first(fails), 20))).toEqual([5]);
});

test("of choices that differ in their values alone one is tried before others of other kinds are", async () => {
  const alike = Array.from({ length: 30 }, (_, value) => ({
    key: "k",
    event: { type: "A", data: { value } },
  }));
  const found: Case = { records: [...alike, { key: "k", event: { type: "B", data: null } }] };
  const fails = async (candidates: Case[]) =>
    candidates.findIndex(
      ({ records }) => records.length === 31 || (records.length === 1 && records[0]?.event.type === "B"),
    );
  expect(sizeOf(await smallestCase([found], anyLog, fails, 2))).toBe(1);
});

test("what is given fails, could have happened, and has the least size where everything is tried", async () => {
  const types = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 });
  const rules = fc.record({
    cases: fc.array(types, { minLength: 1, maxLength: 4 }),
    salt: fc.nat(),
    oneIn: fc.nat(30),
  });
  await fc.assert(
    fc.asyncProperty(rules, async ({ cases, salt, oneIn }) => {
      const hash = (list: number[]) =>
        list.reduce((sum, n) => (Math.imul(sum, 31) + n + salt) % 1_000_003, 7);
      const whole = cases.map((each) => each.join());
      const fails = (list: number[]) => whole.includes(list.join()) || hash(list) % (oneIn + 1) === 0;
      const isPossible = (one: Case) => typesOf(one).length === 0 || hash(typesOf(one)) % 3 > 0;
      const [found, ...others] = cases.map(log) as [Case, ...Case[]];
      const least = await smallestCase([found, ...others], isPossible, first(fails), 10_000);
      expect(fails(typesOf(least))).toBe(true);
      const smaller = cases
        .flatMap(subsetsOf)
        .filter((list) => list.length > 0 && list.length < sizeOf(least));
      for (const list of smaller) expect(fails(list) && isPossible(log(list))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("of a log with up to 7 records it is as small as the smallest of all that fail", async () => {
  const rules = fc.record({
    length: fc.integer({ min: 1, max: 7 }),
    oneIn: fc.integer({ min: 1, max: 40 }),
    salt: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(rules, async ({ length, oneIn, salt }) => {
      const whole = Array.from({ length }, (_, i) => i);
      const hash = (list: number[]) =>
        list.reduce((sum, n) => (Math.imul(sum, 31) + n + salt) % 1_000_003, 7);
      const fails = (list: number[]) => list.length === length || hash(list) % oneIn === 0;
      const smallest = await smallestCase([log(whole)], anyLog, first(fails), 2 ** 7);
      const failing = subsetsOf(whole).filter((list) => list.length > 0 && fails(list));
      expect(fails(typesOf(smallest))).toBe(true);
      // Nothing at all is tried only where leaving out parts leads there.
      expect([0, Math.min(...failing.map((list) => list.length))]).toContain(sizeOf(smallest));
      if (sizeOf(smallest) === 0) expect(fails([])).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const commands = [1, 2, 3].map((n) => ({ type: "Do", data: { n } }));

test("what is left of records and commands are those that must stand together, each in their order", async () => {
  const fails = async (candidates: Case[]) =>
    candidates.findIndex(
      (one) =>
        [2, 5].every((type) => typesOf(one).includes(type)) &&
        one.commands?.some(({ data }) => data === commands[1]?.data),
    );
  const smallest = await smallestCase([{ ...log([1, 2, 3, 4, 5, 6, 7, 8, 9]), commands }], anyLog, fails, 0);
  expect(typesOf(smallest)).toEqual([2, 5]);
  expect(smallest.commands).toEqual([commands[1]]);
  expect(sizeOf(smallest)).toBe(3);
});

test("a case without commands gets none, and arguments stay", async () => {
  const smallest = await smallestCase([{ ...log([1, 2]), args: [7] }], anyLog, async () => 0, 0);
  expect(smallest).toEqual({ records: [], args: [7] });
});

test("a case of which nothing can be left out stays as it is", async () => {
  const whole = { ...log([1, 2, 3]), commands };
  expect(await smallestCase([whole], anyLog, async () => -1, 120)).toEqual(whole);
});
