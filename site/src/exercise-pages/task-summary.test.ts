import * as fc from "fast-check";
import { expect, test } from "vitest";
import { taskSummary } from "./task-summary.ts";

test("the summary is the first paragraph as text, without its markup", () => {
  expect(taskSummary("<p>Write <code>evolve</code> for\na cart &amp; a shop.</p>\n<p>More.</p>")).toBe(
    "Write evolve for a cart & a shop.",
  );
});

test("a long paragraph ends with its last sentence that fits", () => {
  const first = "A car enters, and the barrier counts it.";
  expect(taskSummary(`<p>${first} ${"Then another one comes, ".repeat(8)}</p>`)).toBe(first);
});

test("a long sentence is cut between two words", () => {
  const summary = taskSummary(`<p>${"word ".repeat(60)}</p>`);
  expect(summary).toMatch(/^(word )+…$/);
});

test("no summary is longer than a search result shows", () => {
  const text = fc.array(fc.stringMatching(/^[a-z]{1,12}[.?,]?$/), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(text, (words) => {
      expect(taskSummary(`<p>${words.join(" ")}</p>`).length).toBeLessThanOrEqual(160);
    }),
  );
});
