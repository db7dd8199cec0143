import { expect, inject, test } from "vitest";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();

async function newcomer(): Promise<Visitor & { lesson: LessonPage }> {
  const guest = await visitor();
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  return { ...guest, lesson };
}

test("Ctrl+Enter runs what was just typed, and Ctrl+Shift+Enter checks it", async () => {
  const { lesson, close } = await newcomer();
  const field = await lesson.editor();
  await field.fill(`export function initialState() {
  return { lines: {} };
}
export function evolve(cart: any, event: any) {
  return { lines: { ...cart.lines, [event.metadata.id + "-typed"]: 1 } };
}
`);
  await field.press("Control+Enter");
  await lesson.bench
    .getByText(/^e1-typed/)
    .first()
    .waitFor();
  await expect.poll(() => lesson.place()).toMatch(/· (\d+) of \1(?!\d)/);
  await field.fill(await sourceOf("cart-read-only", "wrong/reverts-twice"));
  await field.press("Control+Shift+Enter");
  await lesson.bench.getByText("Offset 6 already took back e2; offset 7 names it again.").first().waitFor();
  await close();
});

test("in the simple editor a long line wraps, and every number stands beside its line", async () => {
  const { lesson, close } = await newcomer();
  const field = await lesson.editor();
  await field.fill(`// ${"word ".repeat(60)}\n// ${"x".repeat(200)}\nconst last = 1;`);
  const measured = await field.evaluate((element) => {
    const numbers = [...(element.parentElement?.querySelectorAll<HTMLElement>(".wb-numbers li") ?? [])];
    const heights = numbers.map(({ offsetHeight }) => offsetHeight);
    return { isCut: element.scrollWidth > element.clientWidth, heights };
  });
  expect(measured.isCut).toBe(false);
  expect(measured.heights[0]).toBeGreaterThan(100);
  expect(measured.heights[2]).toBe(20);
  // Where the text is higher than the field it is exactly as high as its numbers.
  await field.fill(`// ${"word ".repeat(60)}\n// ${"x".repeat(200)}\n`.repeat(20));
  const heights = await field.evaluate((element) => [
    element.scrollHeight,
    element.parentElement?.querySelector<HTMLElement>(".wb-numbers ol")?.offsetHeight ?? 0,
  ]);
  expect(heights[0]).toBe(heights[1]);
  await close();
});

test("? shows the keys while the transport has the focus, Esc closes them, and the switch silences it", async () => {
  const { page, lesson, close } = await newcomer();
  const keys = lesson.bench.getByRole("dialog", { name: "Keys" });
  const step = lesson.transport.getByRole("button", { name: "Step" });
  await step.focus();
  await page.keyboard.press("?");
  await keys.getByText("Ctrl Shift Enter").waitFor();
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });

  await lesson.bench.getByRole("button", { name: "Keys" }).click();
  await keys.getByRole("checkbox").uncheck();
  await keys.getByRole("button", { name: "Close" }).click();
  await step.focus();
  await page.keyboard.press("?");
  await page.keyboard.press("ArrowRight");
  expect(await keys.isVisible()).toBe(false);
  expect(await lesson.place()).toContain("start");
  await close();
});

test("the editor comes when somebody reaches for the code, and event. completes with the exercise's types", async () => {
  const { page, complaints, lesson, close } = await newcomer();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await lesson.bench.getByRole("button", { name: "Open the code" }).click();
  const still = lesson.bench.locator(".wb-still");
  await still.getByText("switch").first().waitFor();
  await still.click();
  const monaco = lesson.bench.locator(".monaco-editor").first();
  await monaco.waitFor();
  await monaco.getByText("switch").first().waitFor();
  expect(asked.some((url) => /monaco/i.test(url))).toBe(true);

  // A line of one's own before evolve's switch.
  await monaco.getByText("switch").first().click();
  await page.keyboard.press("Home");
  await page.keyboard.type("event.");
  const list = page.locator(".suggest-widget.visible");
  await list.getByRole("option", { name: /^type\b/ }).waitFor();
  await list.getByRole("option", { name: /^data\b/ }).waitFor();
  await list.getByRole("option", { name: /^metadata\b/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type('type === "Add');
  // Asked for, since what comes by itself is dropped when typing goes on. The lesson's events, not just any string.
  await page.keyboard.press("Control+Space");
  await list.getByRole("option", { name: /AdditionReverted/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("Tab indents for somebody who writes, and leaves the editor after Esc", async () => {
  const { page, lesson, close } = await newcomer();
  await lesson.bench.getByRole("button", { name: "Open the code" }).click();
  await lesson.bench.locator(".wb-still").click();
  const monaco = lesson.bench.locator(".monaco-editor").first();
  await monaco.waitFor();
  await monaco.getByText("switch").first().click();
  await page.keyboard.press("Home");
  const readKeptCode = () =>
    page.evaluate(
      () => JSON.parse(localStorage.getItem("offset-zero/1/exercise/cart-read-only") ?? "{}").code ?? "",
    );
  await page.keyboard.press("Tab");
  await expect.poll(readKeptCode).toContain("    switch (event.type)");
  const inside = () => page.evaluate(() => document.activeElement?.closest(".monaco-editor") !== null);
  expect(await inside()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await inside()).toBe(false);
  await close();
});

test("plain text is still plain text on the next visit, and so is the editor with types", async () => {
  const { page, lesson, close } = await newcomer();
  const code = lesson.bench.getByRole("region", { name: "Code", exact: true });
  const field = code.locator("textarea.wb-textarea");
  /** The editor with types: itself, or what is drawn in its place until somebody reaches for the code. */
  const withTypes = code.locator(".monaco-editor, .wb-still").first();
  const again = async () => {
    await lesson.open(page.url());
    const open = lesson.bench.getByRole("button", { name: "Open the code" });
    await open.or(code).first().waitFor();
    if (await open.isVisible()) await open.click();
  };
  await (await lesson.editor()).fill("// In plain text.\n");

  await again();
  await field.waitFor();
  expect(await field.inputValue()).toBe("// In plain text.\n");
  expect(await withTypes.count()).toBe(0);

  await code.getByRole("button", { name: "Use full editor" }).click();
  await withTypes.waitFor();
  await again();
  await code.getByRole("button", { name: "Use simple editor" }).waitFor();
  await withTypes.waitFor();
  expect(await field.count()).toBe(0);
  await close();
});
