import * as fc from "fast-check";
import { expect, test } from "vitest";
import { describeUnknown, nearestName } from "./nearest-name.ts";

const names = ["check", "new", "list", "grade", "changed", "preview"];

test.each([
  ["chekc", "check"],
  ["lst", "list"],
  ["prev", "preview"],
  ["change", "changed"],
])("%s was meant to be %s", (asked, meant) => {
  expect(nearestName(asked, names)).toBe(meant);
});

test("nothing is near to what has nothing in common, and then all names are said", () => {
  expect(describeUnknown("subcommand", "xyzzy", ["new", "list"])).toBe(
    "There is no subcommand xyzzy. There are: new, list.",
  );
});

test("every name is nearest to itself, and to itself with one letter too many", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom("x", "z"), (name, at, letter) => {
      const place = at % (name.length + 1);
      expect(nearestName(name, names)).toBe(name);
      expect(nearestName(name.slice(0, place) + letter + name.slice(place), names)).toBe(name);
    }),
  );
});
