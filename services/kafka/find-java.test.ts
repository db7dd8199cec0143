import { expect, test } from "vitest";
import { majorOf } from "./find-java.ts";

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_402"', 8],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25-ea" 2025-09-16', 25],
  ["The operation couldn't be completed. Unable to locate a Java Runtime.", null],
])("reads the number from %s", (text, major) => {
  expect(majorOf(text)).toBe(major);
});
