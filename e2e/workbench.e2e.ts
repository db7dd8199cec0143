import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();
const exercise = "cart-read-only";

/** The cart lesson in a browser that has never been here. */
async function newcomer(): Promise<Visitor & { lesson: LessonPage }> {
  const guest = await visitor();
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  return { ...guest, lesson };
}

test("hints come one at a time, and say when they are all read", async () => {
  const { lesson, close } = await newcomer();
  await lesson.editor();
  await lesson.openTab("Checks");
  const panel = lesson.bench.getByRole("tabpanel");
  const hints = panel.locator("ol.wb-hints > li");
  expect(await hints.count()).toBe(0);
  const next = panel.getByRole("button", { name: /^Hint \d of \d/ });
  const all = Number(/of (\d)/.exec((await next.textContent()) ?? "")?.[1]);
  expect(all).toBeGreaterThanOrEqual(2);
  for (let read = 1; read <= all; read++) {
    await panel.getByRole("button", { name: `Hint ${read} of ${all}` }).click();
    await expect.poll(() => hints.count()).toBe(read);
  }
  await panel.getByText("These are all the hints.").waitFor();
  await close();
});

test("three failed checks with different code open the solution, and the same code twice counts once", async () => {
  const { lesson, close } = await newcomer();
  const verdict = lesson.bench.locator(".wb-verdict.bad");
  const failWith = async (source: string) => {
    await lesson.write(source);
    await lesson.check();
    await lesson.openTab("Checks");
    await verdict.first().waitFor();
    // The reason stands there before the smallest log is found.
    const busy = lesson.bench.locator('button[aria-busy="true"]');
    await expect.poll(() => busy.count()).toBe(0);
  };
  const triesLeft = async () => {
    await lesson.openTab("Checks");
    return (await lesson.bench.getByRole("tabpanel").textContent()) ?? "";
  };
  const wrong = await sourceOf(exercise, "wrong/reverts-twice");
  await failWith(wrong);
  await expect.poll(triesLeft).toContain("try 2 more times first");
  await failWith(`// The same again, with a remark.\n${wrong}`);
  await expect.poll(triesLeft).toContain("try 2 more times first");
  await failWith(await sourceOf(exercise, "wrong/reverts-last-addition"));
  await expect.poll(triesLeft).toContain("try once more first");
  await failWith(await sourceOf(exercise, "wrong/zero-line"));
  await expect.poll(triesLeft).toContain("See the solution");

  await lesson.bench.getByRole("button", { name: "See the solution" }).click();
  const diff = lesson.bench.getByRole("figure", { name: "Your code against the solution" });
  await diff.getByText("const { [sku]: held = 0, ...others } = lines;").waitFor();
  await close();
});

test("after an honest try the solution comes in parts, and the pass says how many were seen", async () => {
  const { page, lesson, close } = await newcomer();
  const { bench } = lesson;
  const hints = () => lesson.openTab("Checks");
  await lesson.editor();
  await hints();
  await bench.getByRole("button", { name: "Show me the solution" }).waitFor();
  expect(await bench.getByRole("button", { name: /part/i }).count()).toBe(0);

  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  await bench.locator(".wb-verdict.bad").first().waitFor();
  await hints();
  await bench.getByRole("button", { name: "First part of the solution" }).click();
  const first = bench.getByRole("figure", { name: "Part 1 of 3 of the solution" });
  await first.getByText('case "ItemRemoved":').waitFor();
  expect(await first.textContent()).not.toContain('case "AdditionReverted"');
  await bench.getByRole("button", { name: "Part 2 of 3" }).click();
  await bench.getByRole("figure", { name: "Part 2 of 3 of the solution" }).waitFor();

  await page.reload();
  await lesson.write(await sourceOf(exercise, "solution"));
  await hints();
  await bench.getByRole("figure", { name: "Part 2 of 3 of the solution" }).waitFor();
  await lesson.check();
  await bench.getByText("Passed after seeing 2 of 3 parts of the solution.").waitFor();
  await close();
});

test("the last part opens the whole solution beside one's own, and the pass says so", async () => {
  const { lesson, close } = await newcomer();
  const { bench } = lesson;
  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  await bench.locator(".wb-verdict.bad").first().waitFor();
  await lesson.openTab("Checks");
  await bench.getByRole("button", { name: "First part of the solution" }).click();
  for (const part of [2, 3]) await bench.getByRole("button", { name: `Part ${part} of 3` }).click();
  await bench.getByRole("figure", { name: "Your code against the solution" }).waitFor();
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.check();
  await bench.getByText("Passed after seeing the solution.").waitFor();
  await close();
});

test("after the pass other solutions that pass are listed, each with one's own code beside it", async () => {
  const { page, lesson, close } = await newcomer();
  const { bench } = lesson;
  const ways = bench.getByText(/^Other solutions that pass \(\d\)$/);
  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  await bench.locator(".wb-verdict.bad").first().waitFor();
  expect(await ways.count()).toBe(0);
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.check();
  await ways.click();
  const way = bench.locator("details.wb-way");
  await way.first().locator("summary").click();
  const diff = way.first().getByRole("figure", { name: /^Your code against this one/ });
  await diff
    .getByText(/held === qty \? others/)
    .first()
    .waitFor();
  expect(await diff.locator(".wb-diff-line.theirs").count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await close();
});

test("each check brings its answer to the front, also when another tab was opened after the last one", async () => {
  const { lesson, close } = await newcomer();
  const verdict = lesson.bench.locator(".wb-verdict");
  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  await verdict.filter({ hasText: "offset 7 names it again" }).waitFor();
  await lesson.openTab("Task");
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.check();
  await verdict.filter({ hasText: "Right on this log" }).waitFor();
  await close();
});

test("the solution is shown at once to who asks, and the pass then says so, also after a reload", async () => {
  const { page, lesson, close } = await newcomer();
  await lesson.editor();
  await lesson.openTab("Checks");
  await lesson.bench.getByText(/You can also open the solution now\. Then your result will say/).waitFor();
  await lesson.bench.getByRole("button", { name: "Show me the solution" }).click();
  await lesson.bench.getByRole("figure", { name: "Your code against the solution" }).waitFor();
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.check();
  await lesson.bench.getByText("Passed after seeing the solution.").waitFor();
  await page.reload();
  const kept = await page.evaluate(
    (id) => JSON.parse(localStorage.getItem(`offset-zero/1/exercise/${id}`) ?? "{}"),
    exercise,
  );
  expect(kept.passed).toMatchObject({ solution: "asked" });
  await close();
});

test("Reset brings the starter back, and can itself be taken back", async () => {
  const { lesson, close } = await newcomer();
  const field = await lesson.editor();
  const starter = await field.inputValue();
  expect(starter).toBe(await sourceOf(exercise, "starter"));
  const mine = `${starter}\n// Mine.\n`;
  await lesson.write(mine);
  await lesson.bench.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe(starter);
  await lesson.bench.getByRole("button", { name: "Undo reset" }).click();
  await expect.poll(() => field.inputValue()).toBe(mine);
  await close();
});

test("code, place on the tape and the sizes of the panels survive a reload", async () => {
  const { page, lesson, close } = await newcomer();
  const mine = await sourceOf(exercise, "wrong/reverts-twice");
  await lesson.write(mine);
  const widthBar = lesson.bench.getByRole("separator", { name: "Width of the code" });
  const heightBar = lesson.bench.getByRole("separator", { name: "Height of the tabs" });
  await lesson.openTab("Task");
  const before = [
    await widthBar.getAttribute("aria-valuenow"),
    await heightBar.getAttribute("aria-valuenow"),
  ];
  for (let i = 0; i < 3; i++) await widthBar.press("ArrowLeft");
  for (let i = 0; i < 3; i++) await heightBar.press("ArrowUp");
  await lesson.bench.getByRole("button", { name: /^offset 3\b/ }).click();
  await expect.poll(() => lesson.place()).toContain("offset 3");
  const sizes = () => Promise.all([widthBar, heightBar].map((bar) => bar.getAttribute("aria-valuenow")));
  const drawn = async () =>
    (await lesson.bench.getByRole("region", { name: "Code", exact: true }).boundingBox())?.width;
  const changed = await sizes();
  const width = await drawn();
  expect(changed[0]).not.toBe(before[0]);
  expect(changed[1]).not.toBe(before[1]);
  // The place is written once the cursor has come to rest.
  const cursorKept = () =>
    page.evaluate(
      (id) => JSON.parse(localStorage.getItem(`offset-zero/1/exercise/${id}`) ?? "{}").cursor,
      exercise,
    );
  await expect.poll(cursorKept).toBe(3);

  await page.reload();
  await expect.poll(() => lesson.place()).toContain("offset 3");
  expect(await (await lesson.editor()).inputValue()).toBe(mine);
  await lesson.openTab("Task");
  expect(await sizes()).toEqual(changed);
  expect(await drawn()).toBeCloseTo(width ?? 0, 0);
  await close();
});

test("a failed check opens the fold where it parts, another the smallest log, and there is a way back", async () => {
  const { lesson, close } = await newcomer();
  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  await lesson.bench.getByRole("button", { name: "Go to offset 7" }).click();
  await expect.poll(() => lesson.place()).toContain("offset 7");

  await lesson.bench
    .getByRole("button", { name: "Open the smallest log on which your code fails (3 records)" })
    .click();
  await lesson.bench.getByText(/^The smallest log on which your code fails/).waitFor();
  await expect.poll(() => lesson.place()).toContain("3 of 3");
  await lesson.bench.getByRole("button", { name: /Back to the exercise.s log/ }).click();
  await expect.poll(() => lesson.place()).toContain("offset 7");
  expect(await lesson.bench.getByText(/^The smallest log on which your code fails/).count()).toBe(0);
  await close();
});

test("an appended event arrives live in a second window of the same visitor, with its place", async () => {
  const { page, lesson, close } = await newcomer();
  const openLog = async (where: LessonPage) => {
    await where.editor();
    await where.openAppendForm();
  };
  await openLog(lesson);
  const other = new LessonPage(await page.context().newPage());
  await other.open(`${inject("url")}/lessons/create-and-read-only/`);
  await openLog(other);

  const arrivals = other.bench.getByRole("list", { name: /newest first/ }).getByRole("listitem");
  expect(await arrivals.count()).toBe(0);
  for (const [i, sku] of ["scarf", "gloves"].entries()) {
    await lesson.bench.getByRole("textbox", { name: "Data" }).fill(JSON.stringify({ sku, qty: 1 }));
    await lesson.bench.getByRole("button", { name: /^Append to/ }).click();
    const arrived = arrivals.filter({ hasText: sku });
    await arrived.waitFor();
    expect(await arrived.textContent()).toMatch(new RegExp(`partition \\d, offset ${i}`));
  }
  await expect.poll(() => arrivals.count()).toBe(2);
  await close();
});
