import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();

/** The cart lesson with code that is right, folded, and the tab of the copy in front. */
async function withCopy() {
  const { page, complaints } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf("cart-read-only", "solution"));
  await lesson.run();
  await expect.poll(() => lesson.place()).toContain("8 of 8");
  const { bench } = lesson;
  await lesson.openTool("What if");
  const rows = bench.getByRole("list", { name: "the log and the copy, step by step" });
  await rows.waitFor();
  return { page, complaints, lesson, bench, rows, divergence: bench.locator(".tf-divergence") };
}

test("on a phone no row of an edited copy stays under the transport", async () => {
  const { page, complaints } = await visitor({ viewport: phone, touch: true });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf("cart-read-only", "solution"));
  await lesson.run();
  await lesson.openTool("What if");
  const rows = lesson.bench.getByRole("list", { name: "the log and the copy, step by step" });
  await rows.getByRole("button", { name: /4 ItemRemoved/ }).tap();
  await lesson.bench.getByRole("button", { name: "Leave out" }).tap();
  await expect
    .poll(() => lesson.bench.locator(".tf-divergence").textContent())
    .toContain("Without offset 4 (ItemRemoved), the state is different from offset 4 on");
  // By keys each row comes into sight by itself, and what is seen at its centre is the row.
  const current = rows.locator("[aria-current]");
  await current.focus();
  await page.keyboard.press("Home");
  for (let row = 0; row < 8; row++) {
    await page.keyboard.press("ArrowDown");
    const seen = () =>
      page.evaluate(() => {
        const row = document.activeElement as HTMLElement;
        const { left, top, width, height } = row.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return row.hasAttribute("data-row") && row.contains(at) ? row.dataset.row : at?.className;
      });
    await expect.poll(seen).toBe(String(row));
  }
  expect(complaints).toEqual([]);
});

test("a learner skips an event and sees two folds differ", async () => {
  const { page, lesson, bench, rows, divergence } = await withCopy();
  await divergence.getByText("Nothing differs").waitFor();
  await rows.getByRole("button", { name: /4 ItemRemoved/ }).click();
  await bench.getByRole("button", { name: "Leave out" }).click();
  await expect
    .poll(() => divergence.textContent())
    .toContain("Without offset 4 (ItemRemoved), the state is different from offset 4 on");
  expect(await divergence.textContent()).toContain("lines.pants is 2 instead of 1");
  await rows.getByRole("button", { name: /ItemRemoved.*not in the copy.*states differ/ }).waitFor();
  const states = (name: string) => bench.getByRole("region", { name: `State of ${name}` });
  expect(await states("the log").textContent()).toContain("pants1 the copy: 2");
  expect(await states("the copy").textContent()).toContain("pants2 the log: 1");
  await expectAccessible(page, { part: ".wb-pane.tabs" });
  // The log on the tape is as it was.
  expect(await lesson.place()).toContain("8 of 8");

  await bench.getByRole("button", { name: "Insert an event" }).click();
  const form = bench.getByRole("form", { name: "Insert an event after offset 4" });
  const data = form.getByRole("textbox", { name: "Data, as JSON" });
  await data.fill('{ "sku": "pants"');
  await form.getByRole("button", { name: "Insert it into the copy" }).click();
  await form.getByText("The data is not JSON.").waitFor();
  await data.fill('{ "sku": "pants", "qty": 1 }');
  await form.getByRole("button", { name: "Insert it into the copy" }).click();
  await expect.poll(() => divergence.textContent()).toContain("they are the same again");
  for (const left of ["Without offset 4 (ItemRemoved)", "Nothing differs"]) {
    await bench.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => divergence.textContent()).toContain(left);
  }
});

test("a learner moves an event by keys", async () => {
  const { page, complaints, lesson, bench, rows, divergence } = await withCopy();
  const reverted = rows.getByRole("button", { name: /6 AdditionReverted/ });
  await reverted.click();
  for (let place = 0; place < 4; place++) await page.keyboard.press("Alt+ArrowUp");
  const rule = bench.locator(".wi .wb-notice");
  await expect.poll(() => rule.textContent().catch(() => "")).toContain("Kafka never delivers that");
  await expect
    .poll(() => divergence.textContent())
    .toContain("With offset 6 (AdditionReverted) in another place");
  await bench.getByRole("button", { name: "Start again" }).click();
  await divergence.getByText("Nothing differs").waitFor();
  // Two taps do the same.
  await reverted.click();
  await bench.getByRole("button", { name: "Move to …" }).click();
  await rows.getByRole("button", { name: /2 ItemAdded/ }).click();
  await expect
    .poll(() => divergence.textContent())
    .toContain("With offset 6 (AdditionReverted) in another place");
  await bench.getByRole("button", { name: "Start again" }).click();
  await divergence.getByText("Nothing differs").waitFor();
  // A record on the tape asks what if it had not happened.
  await lesson.transport.getByRole("textbox", { name: "to offset" }).fill("4");
  await page.keyboard.press("Enter");
  await bench.getByRole("button", { name: "What if this had not happened?" }).click();
  await expect.poll(() => divergence.textContent()).toContain("Without offset 4 (ItemRemoved)");
  expect(complaints).toEqual([]);
});
