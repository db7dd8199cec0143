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
  await panel.getByRole("textbox", { name: "Name of a new part of the state" }).fill("t-shirt");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("textbox", { name: "t-shirt", exact: true }).fill("2");
  await panel.getByRole("button", { name: "Predict offset 2" }).click();
  await panel.getByText("Your prediction is right:").waitFor();
  expect(await panel.textContent()).toContain("Right at the first try: 1 of 1.");
  await expect.poll(() => lesson.place()).toContain("offset 2");

  await step(lesson);
  await bench.getByRole("button", { name: "Predict", exact: true }).click();
  await panel.getByRole("button", { name: "Predict offset 4" }).click();
  await panel
    .getByText(/Your prediction for offset 4 has 2 at pants\. The record says: 1 × pants taken out\./)
    .waitFor();
  await expect
    .poll(() => bench.locator("p.sr-only[role=status]").textContent())
    .toMatch(/Your prediction for offset 4 has 2 at pants/);
  await panel.getByText("The state, and what you predicted").click();
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

test("an exercise of states to predict folds its solution, says nothing else, and is passed when all are right", async () => {
  const { page, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/exercises/drawer-corrections/`);
  const { bench } = lesson;
  await bench.getByText("This code folds the log.").waitFor();
  expect(await bench.getByRole("button", { name: /^(Run|Check|Reset)\b/ }).count()).toBe(0);
  expect(await bench.textContent()).not.toContain("The starter code computes");

  const panel = bench.getByRole("region", { name: "Predict" });
  const predict = async (offset: number, balance: number) => {
    await expect.poll(() => lesson.place()).toContain(`offset ${offset - 1}`);
    await panel.getByRole("textbox", { name: "balance", exact: true }).fill(String(balance));
    await panel.getByRole("button", { name: `Predict offset ${offset}` }).click();
    await expect.poll(() => lesson.place()).toContain(`offset ${offset}`);
  };
  const stepTo = async (offset: number) => {
    while (!(await lesson.place()).includes(`offset ${offset}`)) await step(lesson);
  };
  await stepTo(0);
  await predict(1, 6240);
  await panel.getByText("Your prediction is right").waitFor();
  await stepTo(3);
  await predict(4, 6620);
  await stepTo(5);
  await predict(6, 8820);
  await predict(7, 8440);
  await panel.getByText(/Your prediction for offset 7 has 8440 at balance\./).waitFor();
  await predict(8, 6620);
  const checks = bench.getByRole("list", { name: "Checks" });
  await checks.getByText("failed").waitFor();
  expect(await checks.getByRole("listitem").count()).toBe(5);

  await bench.getByRole("button", { name: "Predict offset 7 again" }).click();
  await predict(7, 8820);
  await bench.getByText("All 5 predictions are right.").first().waitFor();
  await bench.getByRole("tab", { name: "Checks passed" }).waitFor();
  await close();
});
