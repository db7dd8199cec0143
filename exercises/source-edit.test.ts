import { expect, test } from "vitest";
import { editedSource } from "./source-edit.ts";

const solution = `export function evolve(n, event) {
  switch (event.type) {
    case "Added":
      return n + event.data;
    case "Removed":
      return n - event.data;
    default:
      return n;
  }
}
`;

const edited = (...replace: [string, string][]) => editedSource(solution, { says: "A mistake.", replace });

test("an answer says its mistake first, then comes the solution with the parts replaced", () => {
  expect(edited(["n - event.data", "n + event.data"], ["n + event.data", "n + 1"])).toBe(
    `// A mistake.\n${solution.replace("n + event.data", "n + 1").replace("n - event.data", "n + event.data")}`,
  );
});

test("the lines of a part are indented as its first line is in the solution", () => {
  const from = 'case "Removed":\n  return n - event.data;';
  expect(edited([from, 'case "Removed":\n  return 0;\ncase "Cleared":'])).toContain(
    '\n    case "Removed":\n      return 0;\n    case "Cleared":\n    default:\n',
  );
});

test("whole lines that are replaced by nothing are gone, a part of a line leaves the rest", () => {
  expect(edited(['case "Removed":\n  return n - event.data;', ""])).toContain("event.data;\n    default:\n");
  expect(edited([" - event.data", ""])).toContain('case "Removed":\n      return n;\n');
});

test.each([
  [[["n * 2", "n"]], 0, "replaces `n * 2`, but solution.ts does not have it."],
  [
    [
      ["return n;", "x"],
      ["event.data", "1"],
    ],
    1,
    "replaces `event.data`, but solution.ts has it 2 times.",
  ],
  [[["return n;", "return n;"]], 0, "by the same"],
  [[[" ", "n"]], 0, "replaces nothing"],
  [
    [
      ["return n - event.data", "a"],
      ["n - event.data;", "b"],
    ],
    1,
    "another replacement changes too",
  ],
] as [[string, string][], number, string][])(
  "an edit that does not fit is named: %j",
  (replace, at, says) => {
    expect(() => edited(...replace)).toThrow(
      expect.objectContaining({ at, message: expect.stringContaining(says) }),
    );
  },
);
