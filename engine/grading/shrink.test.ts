import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "./checks.ts";
import { sizeOf, smallestFailing } from "./shrink.ts";

const log = (types: number[]): Case => ({
  records: types.map((type) => ({ key: "k", event: { type: String(type), data: null } })),
});
const typesOf = (one: Case) => one.records.map(({ event }) => Number(event.type));

test("of a log in which some records must stand together, exactly these are left, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(99), { minLength: 3, maxLength: 30 }),
      fc.nat(),
      async (types, any) => {
        const needed = [types[any % types.length], types[(any * 7 + 1) % types.length]] as number[];
        const fails = async (candidates: Case[]) =>
          candidates.findIndex((one) => needed.every((type) => typesOf(one).includes(type)));
        const smallest = await smallestFailing(log(types), fails);
        expect(typesOf(smallest)).toEqual(types.filter((type) => needed.includes(type)));
      },
    ),
  );
});

test("commands are left out as well", async () => {
  const commands = [1, 2, 3].map((n) => ({ type: "Do", data: { n } }));
  const fails = async (candidates: Case[]) =>
    candidates.findIndex((one) => one.commands?.some(({ data }) => JSON.stringify(data) === '{"n":2}'));
  const smallest = await smallestFailing({ ...log([1, 2]), commands }, fails);
  expect(sizeOf(smallest)).toBe(1);
});

test("a log of which nothing can be left out stays as it is", async () => {
  const whole = log([1, 2, 3]);
  expect(await smallestFailing(whole, async () => -1)).toBe(whole);
});
