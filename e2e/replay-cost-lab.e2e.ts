import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { expectFits } from "./page-assertions.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** A fold of thousands of records, on a busy machine. */
const patient = { timeout: 120_000 };

test("a learner measures a replay, sees the plots, breaks the snapshot law and reads why", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/labs/`);
  await page.getByRole("link", { name: "The cost of a replay" }).click();
  await page.getByText("It needs no server.").waitFor(patient);
  const code = page.getByLabel("Code that is folded");
  await expect.poll(() => code.inputValue()).toContain("byType");

  const measure = page.getByRole("region", { name: "Time and snapshots" });
  await measure.getByLabel("Records").selectOption("10000");
  await measure.getByRole("button", { name: "Measure" }).click();
  await measure.getByText("The measurement is complete.").waitFor(patient);
  const restarts = measure.getByRole("img", { name: /^Seconds until the state is there again/ });
  expect(await restarts.textContent()).toContain("records in the log");
  expect(await restarts.textContent()).toContain("seconds until the state is there");
  expect(await restarts.locator("path[class^=line-]").count()).toBe(4);
  const trade = measure.getByRole("img", { name: /^Two sides of the trade/ });
  expect(await trade.textContent()).toContain("snapshot interval, in records");
  await measure.getByText(/records a second: measured/).waitFor();
  const table = measure.getByRole("table");
  expect(await table.getByRole("row").count()).toBe(4);
  expect(await table.textContent()).not.toContain("no");

  const law = page.getByRole("region", { name: "The snapshot law" });
  await law.getByRole("button", { name: "Check the law" }).click();
  await law.getByText("The law holds").waitFor(patient);
  await page.getByLabel("Or a ready reducer").selectOption("outside");
  await law.getByRole("button", { name: "Check the law" }).press("Enter");
  await law.getByText(/The law is broken\. The smallest log found has 2 records/).waitFor(patient);
  await law.getByText("The snapshot is taken here.").waitFor();
  await page.getByLabel("Or a ready reducer").selectOption("map");
  await law.getByRole("button", { name: "Check the law" }).click();
  await law.getByText(/No snapshot can be saved/).waitFor(patient);

  // One changed line: the old snapshot is wrong now, and its version tells.
  await page.getByLabel("Or a ready reducer").selectOption("pure");
  const old = page.getByRole("region", { name: "An old snapshot" });
  await old.getByRole("button", { name: "Keep a snapshot" }).click();
  await old.getByText(/written by reducer version/).waitFor(patient);
  await code.fill((await code.inputValue()).replace("state.events + 1", "state.events + 2"));
  await old.getByRole("button", { name: "Go on from it" }).click();
  await old
    .getByText("The old snapshot leads to a wrong state. The first difference is at events.")
    .waitFor(patient);
  await old.getByText("The versions differ").waitFor();
  await expectAccessible(page, { where: "the lab of replays" });
  expect(complaints).toEqual([]);
  await close();
});

test("a measurement of a million records can be stopped, and the figures so far stay", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/labs/replay-cost/`);
  const measure = page.getByRole("region", { name: "Time and snapshots" });
  await measure.getByLabel("Records").selectOption("1000000", patient);
  await measure.getByRole("button", { name: "Measure" }).click();
  await measure.getByRole("img", { name: /^Seconds until the state/ }).waitFor(patient);
  await measure.getByRole("button", { name: "Stop" }).click();
  await measure.getByText("You stopped the measurement.").waitFor();
  await measure.getByRole("button", { name: "Measure" }).waitFor();
  await page.getByRole("button", { name: "Reset" }).click();
  await measure.getByText("You stopped the measurement.").waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
  await close();
});

test("on a phone an upcaster's coverage is a matrix of types and versions", async () => {
  const { page, complaints, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/replay-cost/`);
  await page.getByLabel("Code that is folded").waitFor(patient);
  await page
    .getByRole("region", { name: "The reducer" })
    .getByLabel("Exercise")
    .selectOption("subscription-billing", patient);
  const coverage = page.getByRole("region", { name: "What the upcaster covers" });
  await coverage.waitFor(patient);
  const code = page.getByLabel("Code that is folded");
  await code.fill(`export function upcast(event) {
  if (event.type === "SubscriptionStopped") return { ...event, type: "SubscriptionCancelled" };
  if (event.type === "PlanChosen" && event.metadata.version === 1) {
    return { ...event, metadata: { ...event.metadata, version: 2 } };
  }
  return event;
}`);
  await coverage.getByLabel("SubscriptionStopped: current version").fill("0");
  await coverage.getByRole("button", { name: "Read all versions" }).click();
  const matrix = coverage.getByRole("table", { name: "Event types and versions" });
  await matrix.waitFor(patient);
  const plans = matrix.getByRole("row", { name: /^PlanChosen/ });
  expect(await plans.getByRole("cell").allTextContents()).toEqual([
    expect.stringMatching(/^not covered.*becomes PlanChosen 2$/),
    expect.stringMatching(/^not covered.*becomes PlanChosen 2$/),
    expect.stringMatching(/^covered.*becomes PlanChosen 3$/),
  ]);
  await matrix
    .getByRole("row", { name: /^SubscriptionStopped/ })
    .getByText("becomes SubscriptionCancelled 1")
    .waitFor();
  await expectAccessible(page, { where: "the coverage of an upcaster" });
  await expectFits(page, "/labs/replay-cost/");
  expect(complaints).toEqual([]);
  await close();
});
