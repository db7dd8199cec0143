import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "./checks.ts";
import { leastCase } from "./least.ts";
import { sizeOf } from "./shrink.ts";

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

test("where the found case leads to a larger one than another does, the smaller is given", async () => {
  const fails = (types: number[]) => types.join() === "1,2,3" || types.includes(9);
  const least = await leastCase([log([1, 2, 3]), log([4, 5, 9])], anyLog, first(fails), 0);
  expect(typesOf(least)).toEqual([9]);
});

test("what leaving out one part after another misses is found among the smaller choices", async () => {
  const fails = (types: number[]) => ["0,1,2,3,4,5,6,7", "0,1,2,3", "5"].includes(types.join());
  const found = log([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(typesOf(await leastCase([found], anyLog, first(fails), 0))).toEqual([0, 1, 2, 3]);
  expect(typesOf(await leastCase([found], anyLog, first(fails), 20))).toEqual([5]);
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
  expect(sizeOf(await leastCase([found], anyLog, fails, 2))).toBe(1);
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
      const least = await leastCase([found, ...others], isPossible, first(fails), 10_000);
      expect(fails(typesOf(least))).toBe(true);
      const smaller = cases
        .flatMap((each) =>
          each.reduce<number[][]>((all, n) => all.flatMap((one) => [one, [...one, n]]), [[]]),
        )
        .filter((list) => list.length > 0 && list.length < sizeOf(least));
      for (const list of smaller) expect(fails(list) && isPossible(log(list))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
