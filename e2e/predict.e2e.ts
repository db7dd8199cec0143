import { expect, inject, test } from "vitest";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();

async function newcomer(): Promise<Visitor & { lesson: LessonPage }> {
  const guest = await visitor();
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  return { ...guest, lesson };
}

const step = (lesson: LessonPage) => lesson.transport.getByRole("button", { name: /^Step/ }).click();

test("before a step that asks, somebody predicts the state, sees the step, and reads what the record says", async () => {
  const { page, lesson, close } = await newcomer();
  const { bench } = lesson;
  for (let i = 0; i < 2; i++) await step(lesson);
  await bench.getByText("Before you step: what will the state be after offset 2?").waitFor();
  await bench.getByRole("button", { name: "Predict", exact: true }).click();
  const panel = bench.getByRole("region", { name: "Predict" });
  await panel.getByRole("textbox", { name: "New part" }).fill("t-shirt");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("textbox", { name: "t-shirt", exact: true }).fill("2");
  await panel.getByRole("button", { name: "Predict offset 2" }).click();
  await panel.getByText("Predicted right.").waitFor();
  expect(await panel.textContent()).toContain("Right at the first try: 1 of 1.");
  await expect.poll(() => lesson.place()).toContain("offset 2");

  await step(lesson);
  await bench.getByRole("button", { name: "Predict", exact: true }).click();
  await panel.getByRole("button", { name: "Predict offset 4" }).click();
  await panel
    .getByText(/After offset 4 you predict 2 at pants\. The record says: 1 × pants taken out\./)
    .waitFor();
  await expect
    .poll(() => bench.locator("p.sr-only[role=status]").textContent())
    .toMatch(/After offset 4 you predict 2 at pants/);
  await panel.getByText("Expected, and what you predicted").click();
  await panel.getByText("yours: 2").waitFor();

  // The place is written once the cursor has come to rest.
  const readKeptMemory = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem("offset-zero/1/exercise/cart-read-only") ?? "{}"));
  await expect.poll(async () => (await readKeptMemory()).cursor).toBe(4);
  await page.reload();
  await expect.poll(() => lesson.place()).toContain("offset 4");
  await step(lesson);
  await bench.getByRole("button", { name: "Predict", exact: true }).click();
  await panel.getByRole("button", { name: "As JSON" }).click();
  await panel.getByRole("textbox").fill('{ "pants": 1, "t-shirt": 1,');
  await panel.getByText("This is not JSON yet.").waitFor();
  await panel.getByRole("textbox").fill('{ "pants": 1, "t-shirt": 1, "hat": 1 }');
  await panel.getByRole("button", { name: "Predict offset 6" }).click();
  await panel.getByText("Right at the first try: 2 of 3.").waitFor();
  await close();
});

test("nobody has to predict: Step goes on", async () => {
  const { lesson, close } = await newcomer();
  for (let i = 0; i < 8; i++) await step(lesson);
  await expect.poll(() => lesson.place()).toContain("8 of 8");
  await close();
});
