import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** Kafka looks for old records every five seconds, and half a minute after its start for the first time. */
const patient = { timeout: 120_000 };

test("a learner watches a log lose its start and a compacted topic lose its middle, and asks an audit", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/retention-and-compaction/`);
  await page.getByRole("button", { name: "Start the lab" }).click();
  const log = page.getByRole("region", { name: "The start of a log vanishes" });
  await log.getByLabel("retention.ms").selectOption("5000", patient);
  await log.getByRole("button", { name: "Make the topic" }).click();
  await log.getByRole("button", { name: "Let events flow" }).click(patient);

  // The trap of compaction: records that say changes.
  const pair = page.getByRole("region", { name: "Compaction beside a copy" });
  await pair.getByRole("button", { name: "Make both topics" }).click();
  await pair.getByRole("button", { name: "Let events flow" }).click(patient);

  await log.getByText(/The fold over the log says/).waitFor(patient);
  await log.getByRole("img", { name: "The balance, folded at each moment" }).waitFor();
  await pair.getByText(/The folds differ/).waitFor(patient);
  await pair.getByRole("button", { name: "Stop the events" }).click();

  // Whole values: the folds agree, also after a tombstone.
  await pair.getByLabel("A record says").selectOption("whole values");
  await pair.getByRole("button", { name: "Make them anew" }).click();
  await pair.getByRole("button", { name: "Append to both" }).click(patient);
  await pair.getByRole("row", { name: "hat 7 7" }).waitFor(patient);
  await pair.getByRole("button", { name: "Append a tombstone" }).click();
  await pair.getByRole("row", { name: "hat none none" }).waitFor(patient);
  await pair.getByText("Both folds agree.").waitFor(patient);

  await log.getByRole("button", { name: "Stop the events" }).click();
  const audit = page.getByRole("region", { name: "Will this topic lose facts?" });
  await audit.getByRole("button", { name: "Audit" }).click();
  await audit.getByText("Records older than 5 seconds are deleted.", { exact: false }).waitFor(patient);
  await expectAccessible(page, { where: "the lab of retention and compaction" });
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "Reset" }).click();
  await log.getByRole("button", { name: "Make the topic" }).waitFor(patient);
  await close();
});

test("without a server the lab of retention and compaction is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/retention-and-compaction/`);
  await page.getByText(/This is a recording of the lab on Apache Kafka/).waitFor(patient);
  await page.getByText(/The folds differ/).waitFor();
  await expectAccessible(page, { where: "the recording of retention and compaction" });
  await close();
});
