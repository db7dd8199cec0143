import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** A consumer joins its group; on a busy machine it may take long. */
const patient = { timeout: 90_000 };

test("a learner replays a topic, finds five mails instead of three, and a guard sends no more of them", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/`);
  await page.getByRole("link", { name: "Side effects under replay" }).click();
  await page.getByRole("button", { name: "Start the lab" }).click();
  const orders = page.getByRole("region", { name: "Orders and the mailer" });
  const inbox = page.getByRole("region", { name: "The inbox" });
  const run = page.getByRole("region", { name: "The last run, record by record" });
  await orders.getByRole("button", { name: "Place 2 orders" }).click(patient);
  await orders.getByText("order-2").waitFor(patient);
  await orders.getByRole("button", { name: "Run the mailer" }).click();
  await inbox.getByText("2 mails for 2 orders.").waitFor(patient);
  await orders.getByRole("button", { name: "Place 1 order", exact: true }).click(patient);
  await orders.getByText("order-3").waitFor(patient);

  await orders.getByRole("button", { name: "Replay from offset 0" }).click(patient);
  await inbox.getByText("5 mails for 3 orders.").waitFor(patient);
  await inbox.getByText("2 mails are a repetition.").waitFor();
  await run
    .getByText("SendMail to ann@example.com about order-1, at offset 0: the mail was sent again.")
    .waitFor();
  await run.getByRole("cell", { name: "5 mails, position 2" }).waitFor();

  // The guard: the position is in the inbox, with the mails.
  await orders.getByLabel(/Position guard/).check();
  await orders.getByRole("button", { name: "Replay from offset 0" }).click(patient);
  await run.getByText("at offset 2: the guard stopped it.").waitFor(patient);
  await inbox.getByText("5 mails for 3 orders.").waitFor();
  await expectAccessible(page, { where: "the lab of replayed effects" });
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "Reset" }).click(patient);
  await inbox.getByText("The inbox is empty.").waitFor(patient);
  await close();
});

test("without a server the lab of replayed effects is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/replayed-effects/`);
  await page.getByText(/This is a recording of the lab on Apache Kafka/).waitFor(patient);
  await page.getByText("5 mails for 3 orders.").waitFor();
  await page.getByRole("button", { name: "First step" }).click();
  await page.getByText("There is no order yet.").waitFor();
  await expectAccessible(page, { where: "the recording of replayed effects" });
  await close();
});
