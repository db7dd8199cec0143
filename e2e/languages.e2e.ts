import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { liveFold } from "../language/english/home.ts";
import { stateWords } from "../language/english/state.ts";
import { transportWords } from "../language/english/tape.ts";
import { tabWords } from "../language/english/workbench.ts";
import { fromEnglish } from "../language/pseudo/from-english.ts";
import { browser } from "./browser.ts";
import { buildSite } from "./site-build.ts";
import { serveFolder } from "./static-server.ts";

const code = "en-XA";
const visitor = browser();
let site = "";
let end = async () => {};

beforeAll(async () => {
  // A site in this language that stands already, for the one who writes a journey.
  const { HOUSE_LANGUAGE_URL } = process.env;
  if (HOUSE_LANGUAGE_URL) {
    site = HOUSE_LANGUAGE_URL;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-language-"));
  await buildSite(folder, { BASE_PATH: `/${code}`, OFFSET_ZERO_LANGUAGE: code });
  const files = await serveFolder(folder, `/${code}`);
  site = `http://localhost:${files.port}/${code}`;
  end = async () => {
    await files.close();
    await rm(folder, { recursive: true, force: true });
  };
});
afterAll(() => end());

/** What is the same in every language: code and keys, names, what lies in logs, what exercises and the engine say. */
const content = [
  '[lang="en"], code, pre, kbd, .mark, .wb-monaco',
  ".fold-type, .fold-data, .conveyor-type, .conveyor-words, .conveyor dl",
  ".lane-card, .wb-where-topic, .wb-record-place, .wb-node-key, .wb-node-value, .mono",
  '.wb-narration, [role="status"].sr-only, .wb-note, .wb-task, .wb-check-list',
  "[data-today], [data-exercise] > a, .facts",
].join(", ");

/** In the page: texts and names with a plain letter in them, each with its element. This language writes none. */
function unmarked(content: string): string[] {
  const names = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
  const isPlain = (text: string | null) => /[A-Za-z]{2}/.test(text ?? "");
  const elements = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
    (element) => !element.closest(`${content}, script, style, template`) && element.checkVisibility(),
  );
  return elements.flatMap((element) => {
    const where = `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`;
    const texts = [...element.childNodes].filter((node) => node instanceof Text && isPlain(node.data));
    return [
      ...texts.map((text) => `${where} says “${text.textContent?.trim()}”`),
      ...names
        .filter((name) => isPlain(element.getAttribute(name)))
        .map((name) => `${where} has the ${name} “${element.getAttribute(name)}”`),
    ];
  });
}

async function expectTranslated(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(unmarked, content), `${where} says something outside language/`).toEqual([]);
}

async function expectToFit(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${where} is too wide, in pixels`).toBeLessThanOrEqual(0);
}

test("home says everything in the language of the build, also after a step", async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${site}/`, { waitUntil: "networkidle" });
  expect(await page.locator("html").getAttribute("lang")).toBe(code);
  await page.getByRole("button", { name: fromEnglish(liveFold.step) }).click();
  await page.getByRole("button", { name: fromEnglish(liveFold.back) }).waitFor();
  await expectTranslated(page, "home");
  await expectToFit(page, "home");
  expect(complaints).toEqual([]);
});

test("a lesson's frame and its workbench do, and the lesson says that it is not translated", async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${site}/lessons/create-and-read-only/`, { waitUntil: "networkidle" });
  const step = page.getByRole("group", { name: fromEnglish(transportWords.name) });
  await step.getByRole("button", { name: fromEnglish(transportWords.step) }).click();
  await page.getByRole("button", { name: fromEnglish(stateWords.more), exact: true }).click();
  for (const tab of [tabWords.task, tabWords.checks, tabWords.hints, tabWords.log, tabWords.console]) {
    await page.getByRole("tab", { name: fromEnglish(tab) }).click();
    await expectTranslated(page, `the lesson with the tab “${tab}”`);
  }
  await expectToFit(page, "the lesson");
  expect(complaints).toEqual([]);
});

test.each(["/lessons/", "/challenges/", "/about/", "/404.html"])("%s does", async (path) => {
  const { page } = await visitor();
  await page.goto(site + path, { waitUntil: "networkidle" });
  await expectTranslated(page, path);
  await expectToFit(page, path);
});
