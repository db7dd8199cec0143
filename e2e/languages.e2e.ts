import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exploreWords } from "../language/english/explore.ts";
import { liveFold } from "../language/english/home.ts";
import { lessonWords } from "../language/english/lesson-page.ts";
import { stateWords } from "../language/english/state.ts";
import { transportWords } from "../language/english/tape.ts";
import { tabWords } from "../language/english/workbench.ts";
import { fromEnglish } from "../language/pseudo/from-english.ts";
import { buildSite } from "./build-site.ts";
import { serveFolder } from "./static-server.ts";
import { openVisitors } from "./visitor.ts";

const code = "en-XA";
const visitor = openVisitors();
let site = "";
let end = async () => {};

beforeAll(async () => {
  // A site in this language that stands already, for the one who writes a journey.
  const { E2E_LANGUAGE_URL } = process.env;
  if (E2E_LANGUAGE_URL) {
    site = E2E_LANGUAGE_URL;
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

/** Every page has a header, a navigation and a footer: more texts than this. */
const leastTexts = 5;

/** What is the same in every language: code and keys, names, what lies in logs, what exercises say. */
const content = [
  '[lang="en"], code, pre, kbd, .mark, .wb-monaco',
  ".fold-type, .fold-data, .conveyor-type, .conveyor-words, .conveyor dl",
  ".lane-card, .wb-where-topic, .wb-record-place, .wb-record-type, .wb-node-key, .wb-node-value, .mono",
  ".wb-note, .wb-task, .wb-check-list",
  "[data-today], [data-exercise] > a, .facts",
].join(", ");

/**
 * In the page: texts and names with a plain letter in them, each with its element, and how many texts are marked. This
 * language writes no plain letter, and puts every text in brackets.
 */
function looked(content: string): { unmarked: string[]; marked: number } {
  const names = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
  const isPlain = (text: string | null) => /[A-Za-z]{2}/.test(text ?? "");
  const elements = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
    (element) => !element.closest(`${content}, script, style, template`) && element.checkVisibility(),
  );
  const marked = elements.filter(({ childNodes }) =>
    [...childNodes].some((node) => node instanceof Text && node.data.includes("⟦")),
  ).length;
  const unmarked = elements.flatMap((element) => {
    const where = `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`;
    const texts = [...element.childNodes].filter((node) => node instanceof Text && isPlain(node.data));
    return [
      ...texts.map((text) => `${where} says “${text.textContent?.trim()}”`),
      ...names
        .filter((name) => isPlain(element.getAttribute(name)))
        .map((name) => `${where} has the ${name} “${element.getAttribute(name)}”`),
    ];
  });
  return { unmarked, marked };
}

async function expectTranslated(page: Page, where: string): Promise<void> {
  const { unmarked, marked } = await page.evaluate(looked, content);
  expect(unmarked, `${where} says something outside language/`).toEqual([]);
  // A page that says nothing would have nothing outside language/ either.
  expect(marked, `texts of language/ on ${where}`).toBeGreaterThan(leastTexts);
}

async function expectToFit(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${where} is too wide, in pixels`).toBeLessThanOrEqual(0);
}

test("home says everything in the language of the build, also after a step, and fits a narrow window", async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${site}/`, { waitUntil: "networkidle" });
  expect(await page.locator("html").getAttribute("lang")).toBe(code);
  await page.getByRole("button", { name: fromEnglish(liveFold.step) }).click();
  await page.getByRole("button", { name: fromEnglish(liveFold.back) }).waitFor();
  await expectTranslated(page, "home");
  await expectToFit(page, "home");
  expect(complaints).toEqual([]);
});

test("a lesson's frame and the four tabs of its workbench do, and the lesson says that it is not translated", async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${site}/lessons/create-and-read-only/`, { waitUntil: "networkidle" });
  expect(await page.locator("html").getAttribute("lang")).toBe(code);
  await page.getByText(fromEnglish(lessonWords.notTranslated)).waitFor();
  const step = page.getByRole("group", { name: fromEnglish(transportWords.name) });
  await step.getByRole("button", { name: fromEnglish(transportWords.step) }).click();
  await page.getByRole("button", { name: fromEnglish(stateWords.more), exact: true }).click();
  for (const tab of [tabWords.task, tabWords.checks, tabWords.log, exploreWords.title]) {
    await page.getByRole("tab", { name: fromEnglish(tab) }).click();
    await expectTranslated(page, `the lesson with the tab “${tab}”`);
  }
  await expectToFit(page, "the lesson");
  expect(complaints).toEqual([]);
});

test.each(["/lessons/", "/challenges/", "/about/", "/teach/", "/join/", "/404.html"])(
  "%s says everything in the language of the build, and fits a narrow window",
  async (path) => {
    const { page, complaints } = await visitor();
    await page.goto(site + path, { waitUntil: "networkidle" });
    expect(await page.locator("html").getAttribute("lang")).toBe(code);
    await expectTranslated(page, path);
    await expectToFit(page, path);
    expect(complaints).toEqual([]);
  },
);
