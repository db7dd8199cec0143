import { expect, test } from "vitest";
import { reportText } from "./report-text.ts";

const met = {
  title: "Chess",
  address: "http://localhost/lessons/chess/",
  near: "A board knows less",
  marked: "  one\n two ",
  version: "0.1.0",
  browser: "a browser",
};

test("a report names page, place, version and browser, and leaves room for what is wrong", () => {
  expect(reportText(met)).toBe(
    [
      "Page: Chess",
      "Address: http://localhost/lessons/chess/",
      "Near: A board knows less",
      "Marked: “one two”",
      "Course: Offset Zero 0.1.0",
      "Browser: a browser",
      "",
      "What is wrong: ",
    ].join("\n"),
  );
});

test("what there is not is not named, and a long marked text is cut", () => {
  const text = reportText({ ...met, near: "", marked: "x".repeat(1_000) });
  expect(text).not.toContain("Near");
  expect(text.length).toBeLessThan(500);
});
