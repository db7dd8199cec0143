import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** A topic is made and filled in moments; on a busy machine it may take long. */
const patient = { timeout: 60_000 };

test("a learner throws events, compares two keys, grows a topic and finds a key's history split", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/`);
  await page.getByRole("link", { name: "Topics and keys" }).click();
  await page.getByRole("button", { name: "Start the lab" }).click();
  const topics = page.getByRole("region", { name: "Topics", exact: true });
  await topics.getByRole("button", { name: "Make a topic" }).click();
  const orders = page.getByRole("article", { name: "mine.lab-keys-orders" });
  await orders.getByRole("button", { name: "Throw" }).click(patient);
  await orders.getByText("3 partitions, 30 records").waitFor(patient);
  await orders.getByRole("img", { name: /by partition and key/ }).waitFor();

  // The same events by a key with few values: skew, and empty partitions.
  await topics.getByLabel("Name").fill("by-country");
  await topics.getByLabel("Partitions").fill("6");
  await topics.getByRole("button", { name: "Make a topic" }).click();
  const byCountry = page.getByRole("article", { name: "mine.lab-keys-by-country" });
  await byCountry.getByLabel("Key").selectOption("country", patient);
  await byCountry.getByRole("button", { name: "Throw" }).click(patient);
  await byCountry.getByText(/times its fair share/).waitFor(patient);
  await byCountry.getByText(/too few keys/).waitFor();

  // The trap: one partition more.
  await orders.getByRole("button", { name: "Grow to 4 partitions" }).click();
  await orders.getByText("4 partitions, 30 records").waitFor(patient);
  await orders.getByLabel("How many").fill("15");
  await orders.getByLabel("Thrown by").selectOption("consistent_random");
  await orders.getByRole("button", { name: "Throw" }).click();
  await orders.getByText(/records in more than one partition/).waitFor(patient);
  await orders.getByLabel("Thrown by").selectOption("murmur2");
  await orders.getByRole("button", { name: "Throw" }).click();
  await orders.getByText("4 partitions, 60 records").waitFor(patient);
  const history = page.getByRole("region", { name: "One key's history" });
  await history.getByText("This answer is wrong.").waitFor(patient);

  // A key that tears orders apart: some order of reading gives another answer.
  await byCountry.getByRole("button", { name: "Remove the topic" }).click();
  await topics.getByLabel("Name").fill("by-type");
  await topics.getByRole("button", { name: "Make a topic" }).click();
  const byType = page.getByRole("article", { name: "mine.lab-keys-by-type" });
  await byType.getByLabel("Key").selectOption("event type", patient);
  await byType.getByRole("button", { name: "Throw" }).click(patient);
  await byType.getByText("6 partitions, 30 records").waitFor(patient);
  const interleavings = page.getByRole("region", { name: "Every order of reading" });
  await interleavings.getByLabel("Topic").selectOption("mine.lab-keys-by-type");
  await interleavings.getByText(/different answers/).waitFor();
  await interleavings.getByText("The smallest case").waitFor();
  await page.getByText(/keys go to another partition with kcat/).waitFor();
  await expectAccessible(page, { where: "the lab of topics and keys" });
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByText("You have no topic in this lab yet.").waitFor(patient);
  await close();
});

test("without a server the lab of topics and keys is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/topics-and-keys/`);
  await page.getByText(/This is a recording of the lab on Apache Kafka/).waitFor(patient);
  await page.getByRole("region", { name: "One key's history" }).waitFor();
  await page.getByRole("button", { name: "First step" }).click();
  await page.getByText("You have no topic in this lab yet.").waitFor();
  await expectAccessible(page, { where: "the recording of topics and keys" });
  await close();
});
