import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** Races take seconds; on a busy machine they may take long. */
const patient = { timeout: 90_000 };

test("a learner books one seat twice, lets the fold and then a decider decide, and fences an older decider", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/`);
  await page.getByRole("link", { name: "Two writers, one seat" }).click();
  await page.getByRole("button", { name: "Start the lab" }).click();
  const form = page.getByRole("region", { name: "The race", exact: true });
  await form.getByText("No race has been run yet.").waitFor(patient);

  // Bo looks before Ana has written: his view cannot have her record.
  await form.getByLabel("From look to booking").fill("500");
  await form.getByLabel("Bo looks after Ana by").fill("0");
  await form.getByText("in about 100% of them").waitFor();
  await form.getByRole("button", { name: "Run one race" }).click();
  await form.getByText("1 of 1 race done").waitFor(patient);
  const race = page.getByRole("region", { name: /^The race for flight/ });
  await race.getByRole("cell", { name: "accepts it: a double booking" }).waitFor(patient);
  await race
    .getByRole("cell", { name: "ana and bo, version 2" })
    .or(race.getByRole("cell", { name: "bo and ana, version 2" }))
    .waitFor();
  expect(await race.getByText(/was told: you have the seat/).count()).toBe(2);

  // The same delays: both records are in the log, and the fold rejects one.
  await form.getByLabel(/The fold: each record carries/).check();
  await form.getByRole("button", { name: "Run one race" }).click();
  await race.getByRole("cell", { name: "rejects it: the version has changed" }).waitFor(patient);
  expect(await race.getByText(/was told: you have the seat/).count()).toBe(1);

  // Commands and one decider.
  await form.getByLabel(/A single writer/).check();
  await form.getByRole("button", { name: "Run one race" }).click();
  await race.getByRole("cell", { name: "changes nothing: the decider said no" }).waitFor(patient);
  expect(await race.getByRole("cell", { name: /BookSeat by/ }).count()).toBe(2);

  // Many races, and a stop.
  await form.getByLabel("Bo looks after Ana by").fill("1000");
  await form.getByLabel(/The agents: each decides/).check();
  await form.getByRole("button", { name: "Run 50 races" }).click();
  await form.getByText("50 of 50 races done").waitFor(patient);
  const results = page.getByRole("region", { name: "Design by design" });
  await results.getByText(/of 50, \d+%/).waitFor(patient);
  expect(await results.getByText("0 of 50, 0%").count()).toBe(0);
  await form.getByRole("button", { name: "Run 50 races" }).click();
  await form.getByRole("button", { name: "Stop" }).click(patient);
  await form.getByText("You stopped the races.").waitFor(patient);

  const fencing = page.getByRole("region", { name: "Two instances, one transactional.id" });
  await fencing.getByRole("button", { name: "Hang the decider and start a second one" }).click();
  await fencing
    .getByText(/^INVALID_PRODUCER_EPOCH: Producer attempted an operation with an old epoch/)
    .waitFor(patient);
  await fencing.getByText("In plain words").waitFor();
  await expectAccessible(page, { where: "the lab of two writers" });
  expect(complaints).toEqual([]);

  // A reload shows the same screen, folded from the events again.
  await page.reload();
  await fencing.getByText(/^INVALID_PRODUCER_EPOCH/).waitFor(patient);
  await page.getByRole("button", { name: "Reset" }).click();
  await form.getByText("No race has been run yet.").waitFor(patient);
  await close();
});

test("without a server the lab of two writers is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/two-writers/`);
  await page.getByText(/This is a recording of the lab on Apache Kafka/).waitFor(patient);
  await page.getByText(/^INVALID_PRODUCER_EPOCH/).waitFor();
  await page.getByRole("button", { name: "First step" }).click();
  await page.getByText("No race has been run yet.").waitFor();
  await expectAccessible(page, { where: "the recording of two writers" });
  await close();
});
