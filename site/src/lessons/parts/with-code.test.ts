import { expect, test } from "vitest";
import { withCode } from "./with-code.ts";

test("backticks become code, and markup in the text stays text", () => {
  expect(withCode("`evolve` throws <b>")).toBe("<code>evolve</code> throws &lt;b&gt;");
});
