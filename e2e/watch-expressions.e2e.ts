import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();

async function openLesson(path: string): Promise<Visitor & { lesson: LessonPage }> {
  const guest = await visitor();
  const lesson = new LessonPage(guest.page);
  await lesson.open(inject("url") + path);
  return { ...guest, lesson };
}

/** Waits until the transport says where one stands. */
const stands = ({ transport }: LessonPage, place: string | RegExp) =>
  transport.getByRole("status").getByText(place).waitFor();

/** After offset 0 nothing, then 120, 200, 50, 50 and from offset 5 on more than a hundred. */
const total = `export const initialState = () => ({ total: 0 });
export function evolve(state: { total: number }, event: any) {
  if (event.type === "PointsEarned") return { total: state.total + event.data.points };
  if (event.type === "PointsSpent") return { total: state.total - event.data.points };
  return state;
}
`;

async function withTotal(): Promise<Visitor & { lesson: LessonPage }> {
  const guest = await openLesson("/exercises/loyalty-points/");
  await guest.lesson.write(total);
  await guest.lesson.run();
  await stands(guest.lesson, "· 16 of 16");
  return guest;
}

test("a learner stops the first time a total passes a hundred", async () => {
  const { page, complaints, lesson, close } = await withTotal();
  const { transport, bench } = lesson;
  await transport.getByRole("button", { name: "To the start" }).click();
  await page.keyboard.press("b");
  await expect
    .poll(() => transport.getByLabel("stop where").evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.keyboard.type("state.total > 100");
  await page.keyboard.press("Enter");
  await transport.getByText(/^true at 13 of 16 steps$/).waitFor();
  expect(await lesson.place()).toContain("start");
  await expect.poll(() => bench.getByRole("status").last().textContent()).toContain("true at 13 of 16 steps");

  await transport.getByRole("button", { name: "Play" }).click();
  await stands(lesson, /offset \d+ · 2 of 16/);
  await transport.getByRole("button", { name: "Play" }).waitFor();
  await transport.getByRole("button", { name: "Next step where it is true" }).click();
  await transport.getByRole("button", { name: "Next step where it is true" }).click();
  await stands(lesson, "· 6 of 16");
  await transport.getByRole("button", { name: "Go to the first step where it is true" }).click();
  await stands(lesson, "· 2 of 16");
  await bench
    .getByRole("button", { name: /PointsEarned: R-1041 · 120\. the breakpoint is true\.$/ })
    .waitFor();
  await expectAccessible(page);

  const field = transport.getByLabel("stop where");
  await field.fill("state.total >");
  await field.press("Enter");
  await transport.getByText(/state\.total > is not a valid expression/).waitFor();
  expect(await lesson.place()).toContain("2 of 16");
  expect(await bench.locator(".wb-notice").count()).toBe(0);
  await field.fill("state.cart.total > 100");
  await field.press("Enter");
  await transport.getByText(/^fails at all 16 steps and is true at none: TypeError/).waitFor();
  await field.fill("state.total = 100");
  await field.press("Enter");
  await transport.getByText(/state\.total = 100 assigns a value\./).waitFor();
  await field.fill("state.total > 300");
  await field.press("Enter");
  await transport.getByText(/^true at \d of 16 steps$/).waitFor();
  await page.reload();
  await expect.poll(() => transport.getByLabel("stop where").inputValue()).toBe("state.total > 300");

  await transport.getByRole("button", { name: "Remove the breakpoint" }).click();
  await page.keyboard.press("Escape");
  const button = transport.getByRole("button", { name: "Stop where…" });
  await expect.poll(() => button.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("ten reloads with a watch and a breakpoint: each time the learner's own code is folded, and both are answered over it", async () => {
  const { page, complaints, lesson, close } = await withTotal();
  const { transport, bench } = lesson;
  await lesson.openTool("Watch");
  await bench.getByLabel("New expression").fill("state.total");
  await bench.getByLabel("New expression").press("Enter");
  await transport.getByRole("button", { name: "To the start" }).focus();
  await page.keyboard.press("b");
  await expect
    .poll(() => transport.getByLabel("stop where").evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.keyboard.type("state.total > 100");
  await page.keyboard.press("Enter");
  await transport.getByText(/^true at 13 of 16 steps$/).waitFor();
  for (let reload = 0; reload < 10; reload++) {
    await page.reload();
    await transport.getByText(/^true at 13 of 16 steps$/).waitFor();
    // The starter's fold leaves the total at 0.
    await stands(lesson, "· 16 of 16");
    expect(await bench.getByRole("region", { name: "State", exact: true }).textContent()).toMatch(
      /total\W*245/,
    );
    expect(await bench.locator(".wb-notice").count()).toBe(0);
  }
  expect(complaints).toEqual([]);
  await close();
});

test("the ring of a watch's field is seen whole", async () => {
  const { page, lesson, close } = await withTotal();
  const { bench } = lesson;
  await lesson.openTool("Watch");
  await bench.getByLabel("New expression").focus();
  await page.keyboard.type("s");
  const cut = await bench.getByLabel("New expression").evaluate((field) => {
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(field);
    const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const left = field.getBoundingClientRect().left - ring;
    const clipping: string[] = [];
    for (let box = field.parentElement; box; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible" && left < box.getBoundingClientRect().left)
        clipping.push(box.className);
    return { outlineStyle, clipping };
  });
  expect(cut.outlineStyle).not.toBe("none");
  expect(cut.clipping).toEqual([]);
  await close();
});

test("a learner watches a value over all steps", async () => {
  const { page, complaints, lesson, close } = await withTotal();
  const { bench } = lesson;
  await lesson.openTool("Watch");
  for (const text of ["state.total", "event.type", "state.("]) {
    await bench.getByLabel("New expression").fill(text);
    await bench.getByLabel("New expression").press("Enter");
  }
  await bench.getByText(/state\.\( is not a valid expression/).waitFor();
  const course = bench.getByRole("slider", { name: "Values of state.total" });
  await bench
    .getByText(/^from 0 to 335; after the last record \d+; changes for the first time at offset \d+$/)
    .waitFor();
  await course.focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => course.getAttribute("aria-valuetext")).toMatch(/^offset \d+: 200$/);
  await stands(lesson, "· 3 of 16");

  const table = bench.getByRole("table", { name: /after each step/ });
  const rows = table.getByRole("row");
  const now = rows.filter({ has: page.locator("[aria-current=step]") });
  await expect.poll(() => now.textContent()).toMatch(/^offset \d+200PointsEarned/);
  await now.getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => now.textContent()).toMatch(/^offset \d+50PointsSpent/);
  await stands(lesson, "· 4 of 16");
  await expectAccessible(page);
  await bench.getByRole("button", { name: "Remove state.(" }).click();
  await expect
    .poll(() => table.getByRole("columnheader").allTextContents())
    .toEqual(["Step", "state.total", "event.type"]);
  expect(complaints).toEqual([]);
  await close();
});

test("a learner sees which lines ran", async () => {
  const { page, lesson, close } = await withTotal();
  const { transport, bench } = lesson;
  const code = bench.getByRole("region", { name: "Code", exact: true });
  await transport.getByRole("button", { name: "To the start" }).click();
  await code.getByText("Line 1 ran before the first record.").waitFor();
  await page.keyboard.press("ArrowRight");
  await code.getByText("Lines 3–5 ran.").waitFor();
  await page.keyboard.press("ArrowRight");
  await code.getByText("Line 3 ran.").waitFor();
  expect(await code.locator(".wb-numbers .wb-lit").allTextContents()).toEqual(["3"]);

  await code.getByRole("button", { name: "Use full editor" }).click();
  const editor = code.locator(".monaco-editor");
  const lit = editor.locator(".view-overlays .wb-lit");
  await lit.first().waitFor();
  await editor.locator(".view-line").first().click();
  await page.keyboard.type("// Mine. ");
  await code.getByText(/^The code has changed since this fold/).waitFor();
  await expect.poll(() => lit.count()).toBe(0);
  await close();
});

test("what a step printed stands with it, and leads there", async () => {
  const { lesson, close } = await openLesson("/exercises/loyalty-points/");
  const { bench } = lesson;
  const printing = total.replace(
    "  return state;",
    '  console.log("nothing to do at", event.type);\n  if (event.type === "DayClosed") throw new Error("closed");\n  return state;',
  );
  await lesson.write(printing);
  await lesson.run();
  await bench.getByRole("tab", { name: "Explore console: 3 steps" }).waitFor();
  await lesson.openTool("Console");
  const printed = bench.getByRole("tabpanel").getByRole("listitem");
  await printed.filter({ hasText: /^offset \d+nothing to do at DayClosed$/ }).waitFor();
  expect(await printed.count()).toBe(3);
  await printed.first().getByRole("button").click();
  await stands(lesson, "· 1 of 16");
  await printed.last().getByRole("button").click();
  await stands(lesson, "· 9 of 16");
  await bench
    .getByText(/^Stopped at offset \d+\./)
    .first()
    .waitFor();
  await expect.poll(() => printed.last().getByRole("button").getAttribute("aria-current")).toBe("step");
  await close();
});

test("a step reads as a sentence, playing is silent, and a pause says once where the fold stands", async () => {
  const { page, lesson, close } = await openLesson("/lessons/create-and-read-only/");
  const { transport, bench } = lesson;
  const step = transport.getByRole("button", { name: "Step" });
  await step.click();
  await step.click();
  const narration = "Offset 1, 09:01. 2 × pants added. pants: now 2.";
  await expect.poll(() => bench.getByRole("status").last().textContent()).toBe(narration);
  const tree = await bench.ariaSnapshot();
  for (const line of [
    `'button "offset 1, 09:01. ItemAdded: pants · 2."'`,
    "- text: course.carts-0@1 ItemAdded key cart-1 2026-03-02 09:01:10Z",
    `- paragraph: "${narration}"`,
    "- listitem: pants 2 new",
    `- status: "${narration}"`,
  ])
    expect(tree).toContain(line);
  expect(await transport.getByRole("status").textContent()).toBe("offset 1 · 2 of 8");

  await bench.getByRole("button", { name: "Open the code" }).click();
  await transport.getByLabel("Speed of play").selectOption("8");
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    const region = document.querySelector(".wb-bench > [role=status]") as HTMLElement;
    new MutationObserver(() => region.textContent && spoken.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await transport.getByRole("button", { name: "Play" }).click();
  await stands(lesson, "· 8 of 8");
  await transport.getByRole("button", { name: "Play" }).waitFor();
  const spoken = () => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
  await expect.poll(spoken).toHaveLength(1);
  expect((await spoken())[0]).toMatch(/^Paused\. Offset 7, 09:14\. /);
  await close();
});
