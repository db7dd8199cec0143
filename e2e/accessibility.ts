import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The short form: a page takes it in half the time. */
const axeSource = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

interface Looked {
  /** Which page and state, for the message. */
  where?: string;
  /** A selector: only what lies in it is looked at. */
  part?: string | undefined;
  /** Names of the rules that are asked, where not all are. */
  rules?: string[] | undefined;
}

/** Fails with every accessibility violation axe finds on the page as it stands. */
export async function expectAccessible(page: Page, { where = "the page", part, rules }: Looked = {}) {
  // Looked at again where something is wrong: an editor may take a theme's colours a moment after the page.
  await expect
    .poll(() => listViolations(page, part, rules), { timeout: 10_000, interval: 500, message: where })
    .toEqual([]);
}

/** A line for each rule that is broken, with the elements that break it. */
async function listViolations(page: Page, part?: string, rules?: string[]): Promise<string[]> {
  // Once in each page that is opened: a page takes as long to read axe as to be looked at by it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const options: axe.RunOptions = {
    // The page's own frame, since it holds no other; and no list of all that passed.
    iframes: false,
    reporter: "no-passes",
    resultTypes: ["violations"],
    ...(rules && { runOnly: rules }),
  };
  return page.evaluate(
    async ({ part, options }) => {
      const there = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await there.run(part ?? document, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
    },
    { part, options },
  );
}
