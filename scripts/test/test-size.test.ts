import { expect, test } from "vitest";
import { readSize } from "./test-size.ts";

test.each([
  [[], "standard"],
  [["--quick"], "quick"],
  [["--full"], "full"],
] as const)("npm test with %j is the size %s", (args, size) => {
  expect(readSize([...args])).toBe(size);
});

test.each([[["--fulll"]], [["--quick", "--full"]]])(
  "what is no size is refused with the three that are: %j",
  (args) => {
    expect(() => readSize(args)).toThrow("npm test -- --full");
  },
);
