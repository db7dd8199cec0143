import * as fc from "fast-check";
import { expect, test } from "vitest";
import { summaryOf } from "./summary.ts";

test("the summary is the first paragraph as text, without its markup", () => {
  expect(summaryOf("<p>Write <code>evolve</code> for\na cart &amp; a shop.</p>\n<p>More.</p>")).toBe(
    "Write evolve for a cart & a shop.",
  );
});

test("a long paragraph ends with its last sentence that fits", () => {
  const first = "A car enters, and the barrier counts it.";
  expect(summaryOf(`<p>${first} ${"Then another one comes, ".repeat(8)}</p>`)).toBe(first);
});

test("a long sentence is cut between two words", () => {
  const told = summaryOf(`<p>${"word ".repeat(60)}</p>`);
  expect(told).toMatch(/^(word )+…$/);
});

test("no summary is longer than a search result shows", () => {
  const text = fc.array(fc.stringMatching(/^[a-z]{1,12}[.?,]?$/), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(text, (words) => {
      expect(summaryOf(`<p>${words.join(" ")}</p>`).length).toBeLessThanOrEqual(160);
    }),
  );
});
