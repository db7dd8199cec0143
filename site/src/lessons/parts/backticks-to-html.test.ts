import { expect, test } from "vitest";
import { backticksToHtml } from "./backticks-to-html.ts";

test("backticks become code, and markup in the text stays text", () => {
  expect(backticksToHtml("`evolve` throws <b>")).toBe("<code>evolve</code> throws &lt;b&gt;");
});
