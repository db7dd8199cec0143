import { expect, test } from "vitest";
import type { Case } from "./checks.ts";
import { sizeOf, smallestCase } from "./shrink.ts";

const commands = [1, 2, 3].map((n) => ({ type: "Do", data: { n } }));
const log = (types: number[]): Case => ({
  records: types.map((type) => ({ key: "k", event: { type: String(type), data: null } })),
});
const typesOf = (one: Case) => one.records.map(({ event }) => Number(event.type));

test("what is left of records and commands are those that must stand together, each in their order", async () => {
  const fails = async (candidates: Case[]) =>
    candidates.findIndex(
      (one) =>
        [2, 5].every((type) => typesOf(one).includes(type)) &&
        one.commands?.some(({ data }) => data === commands[1]?.data),
    );
  const smallest = await smallestCase({ ...log([1, 2, 3, 4, 5, 6, 7, 8, 9]), commands }, fails);
  expect(typesOf(smallest)).toEqual([2, 5]);
  expect(smallest.commands).toEqual([commands[1]]);
  expect(sizeOf(smallest)).toBe(3);
});

test("a case without commands gets none, and arguments stay", async () => {
  const smallest = await smallestCase({ ...log([1, 2]), args: [7] }, async () => 0);
  expect(smallest).toEqual({ records: [], args: [7] });
});

test("a case of which nothing can be left out stays as it is", async () => {
  const whole = { ...log([1, 2, 3]), commands };
  expect(await smallestCase(whole, async () => -1)).toEqual(whole);
});
