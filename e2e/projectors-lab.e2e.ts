import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** Each run is a process of its own; on a busy machine its start may take long. */
const patient = { timeout: 120_000 };

test("a learner kills a projector between commit and apply, and one order is lost", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/`);
  await page.getByRole("link", { name: "Projectors that crash" }).click();
  await page.getByRole("button", { name: "Start the lab" }).click();
  await page.getByRole("button", { name: "Place 3 orders" }).click(patient);
  await page.getByText("has 3 records.").waitFor(patient);
  await page.getByRole("button", { name: "Run the projector" }).click(patient);
  await page.getByText("The process was killed with SIGKILL.").waitFor(patient);
  await page.getByLabel("Kill it").selectOption("");
  await page.getByRole("button", { name: "Run the projector" }).click(patient);
  const views = page.getByRole("region", { name: "The three views" }).first();
  await views.getByRole("cell", { name: "lost" }).waitFor(patient);
  await page.getByRole("button", { name: "Try every crash point" }).click(patient);
  await page.getByRole("cell", { name: "doubled" }).waitFor(patient);
  await expectAccessible(page, { where: "the lab of projectors" });
  expect(complaints).toEqual([]);
  await close();
});

test("without a server the lab of projectors is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/projectors/`);
  await page.getByText(/This is a recording of the lab on Apache Kafka/).waitFor(patient);
  await page.getByRole("cell", { name: "doubled" }).first().waitFor(patient);
  await expectAccessible(page, { where: "the recording of projectors" });
  await close();
});
