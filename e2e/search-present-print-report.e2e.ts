import { expect, inject, test } from "vitest";
import { readCatalog } from "../exercises/catalog.ts";
import { builtPages } from "./crawl-built-site.ts";
import { LessonPage } from "./lesson-page.ts";
import { expectAccessibleInBothThemes } from "./page-assertions.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

test("every page has a title of its own and says in a description what it is", async () => {
  const titles = new Map<string, string>();
  for (const path of await builtPages()) {
    const html = await (await fetch(inject("url") + path)).text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
    const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(title.length, path).toBeGreaterThan(5);
    expect(description.length, path).toBeGreaterThan(20);
    expect(titles.get(title), `${path} has the title of another page`).toBeUndefined();
    titles.set(title, path);
  }
});

test("a visitor searches for a word, goes down to it by keys, and opens it; the glossary leads back to a lesson", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/search/`);
  const field = page.getByRole("searchbox");
  await field.fill("tombstone");
  const word = page.getByRole("link", { name: "tombstone", exact: true });
  await word.waitFor();
  await field.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-results]") !== null)).toBe(true);
  await word.click();
  await page.waitForURL(/\/glossary\/#tombstone$/);

  const offset = page.locator("div").filter({ has: page.locator("h3#offset") });
  await offset
    .last()
    .getByRole("link", { name: /^lesson/ })
    .first()
    .click();
  await page.waitForURL(/\/lessons\/[a-z-]+\/$/);
  expect(complaints).toEqual([]);
  await close();
});

test("the search finds the section of a lesson and an exercise, and says so where there is nothing", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/search/?q=t-shirt`);
  const results = page.locator("[data-results]");
  await results
    .getByText(/^Lesson/)
    .first()
    .waitFor();
  expect(await results.getByRole("link").first().getAttribute("href")).toContain(
    new URL(inject("staticUrl")).pathname,
  );
  await expectAccessibleInBothThemes(page, "results", "main");
  // Also for what begins as a word of some page does.
  for (const nonsense of ["zzyzx", "asdfgh", "blorp"]) {
    await page.getByRole("searchbox").fill(nonsense);
    await page.getByText(`No results for “${nonsense}”.`).waitFor();
    expect(await results.getByRole("link").count()).toBe(0);
  }
  expect(complaints).toEqual([]);
  await close();
});

test("a misspelt word finds the word that was meant among the first three", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/search/?q=ofset`);
  await page.getByText(/results for “offset”\. Nothing contains “ofset”\.$/).waitFor();
  const titles = await page.locator("[data-results] .title").allTextContents();
  expect(titles.slice(0, 3)).toContain("offset");
  await page.getByRole("searchbox").fill("offset");
  await page.getByText(/results for “offset”\.$/).waitFor();
  expect(await page.locator("[data-results] .title").first().textContent()).toBe("offset");
  expect(complaints).toEqual([]);
  await close();
});

test("a word of a lesson leads to the glossary from its note, by keyboard", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/lessons/create-and-read-only/`);
  await page.getByRole("button", { name: "offset", exact: true }).first().focus();
  await page.getByRole("link", { name: "In the glossary" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/glossary\/#offset$/);
  expect(complaints).toEqual([]);
  await close();
});

test("a lesson presented hides the answer until a key is pressed, in letters for the back row", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await page.goto(`${inject("staticUrl")}/lessons/create-and-read-only/?present`);
  await page.getByRole("toolbar", { name: "Presenting" }).waitFor();
  const narration = lesson.bench.locator(".wb-narration");
  const code = lesson.bench.getByRole("region", { name: "Code", exact: true });
  await code.waitFor();
  await lesson.bench.getByRole("button", { name: /^Start/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => narration.isVisible()).toBe(false);
  await page.keyboard.press("h");
  await expect.poll(() => narration.isVisible()).toBe(true);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".present-bar *, .bench *")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.closest(".sr-only, svg, [aria-hidden]"))
      .filter(({ childNodes }) =>
        [...childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((element) => {
        const zoom = (element as Element & { currentCSSZoom: number }).currentCSSZoom;
        return Number.parseFloat(getComputedStyle(element).fontSize) * zoom < 24;
      })
      .map(({ textContent }) => textContent),
  );
  expect(small).toEqual([]);
  await expectAccessibleInBothThemes(page, "presented");
  await page.keyboard.press("Escape");
  await page.getByRole("toolbar", { name: "Presenting" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("the title of every written lesson is whole while it is presented", async () => {
  const { page, complaints, close } = await visitor({ viewport: { width: 1366, height: 768 } });
  for (const slug of ["create-and-read-only", "chess", "cqrs"]) {
    await page.goto(`${inject("staticUrl")}/lessons/${slug}/?present`);
    const title = page.locator(".present-bar h1");
    await title.waitFor();
    await page.evaluate(() => document.fonts.ready);
    const cut = await title.evaluate((heading) => {
      const { top, bottom, width } = heading.getBoundingClientRect();
      const bar = heading.parentElement?.getBoundingClientRect();
      return { beside: heading.scrollWidth - width > 1, over: !bar || top < bar.top || bottom > bar.bottom };
    });
    expect(cut, slug).toEqual({ beside: false, over: false });
  }
  expect(complaints).toEqual([]);
  await close();
});

test("the instructions of every exercise print on one sheet of A4", async () => {
  const { exercises } = await readCatalog();
  const { page, close } = await visitor();
  const sheets: [string, number][] = [];
  // Paper needs no workbench.
  await page.route("**/*.js", (route) => route.abort());
  for (const { id } of exercises) {
    await page.goto(`${inject("staticUrl")}/exercises/${id}/`, { waitUntil: "domcontentloaded" });
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ format: "A4" });
    sheets.push([id, pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0]);
  }
  expect(sheets.filter(([, count]) => count !== 1)).toEqual([]);
  await close();
});

test("a mistake is reported with page, place and version, ready to be copied", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/glossary/`);
  await page.getByRole("button", { name: "Report a mistake here" }).click();
  const report = page.getByRole("textbox", { name: "The report" });
  expect(await report.inputValue()).toMatch(/^Page: Glossary[\s\S]*Address: http[\s\S]*Offset Zero \d/);
  await expectAccessibleInBothThemes(page, "the report", ".report");
  await page.keyboard.press("Escape");
  await report.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
  await close();
});

test("the page about the log shows the brokers of the running cluster and the ends of its topics", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/about/`);
  const topics = page.getByRole("region", { name: "Topics", exact: true });
  await topics.getByText("course.carts").waitFor();
  await page.getByRole("region", { name: "Brokers" }).getByText(/:\d+$/).first().waitFor();
  await page.getByRole("button", { name: "Stop refreshing" }).click();
  await page.getByRole("button", { name: "Refresh again" }).waitFor();
  // Every limit that the server names has words of its own.
  const { limits } = await (await fetch(`${inject("url")}/api/about`)).json();
  const rows = page.locator("[data-limits] tr:has(td)");
  expect(await rows.count()).toBe(Object.keys(limits).length);
  const named = await rows.locator("td:first-child").allTextContents();
  expect(named.filter((text) => /[a-z][A-Z]/.test(text.replaceAll("WebSocket", "")))).toEqual([]);
  await rows.filter({ hasText: "Size of the source" }).getByText("64 kB").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
