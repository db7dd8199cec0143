import type { Locator } from "playwright-core";
import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** Starting three brokers, electing a leader, counting a log: seconds, on a busy machine many. */
const patient = { timeout: 90_000 };

test("a learner kills a leader while the producer sends, brings it back, and fails to log in", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/cluster/`);
  await page.getByRole("button", { name: "Start the lab" }).click();
  const brokers = page.getByRole("region", { name: "Brokers" });
  await brokers.getByText("running").nth(2).waitFor(patient);
  const replicas = page.getByRole("region", { name: "Your topic" }).getByRole("table");
  await replicas.getByText("leader").nth(2).waitFor(patient);

  // The trap: the leader acknowledges alone, and dies.
  await page.getByLabel(/^acks=1/).check();
  await page.getByRole("combobox", { name: "Records" }).selectOption("100");
  await page.getByRole("button", { name: "Start to send" }).click();
  const run = page.getByRole("article").filter({ hasText: "Run 1: acks=1" });
  await run.getByText("acknowledged, and in the log").waitFor(patient);
  const leader = Number(await leaderOfRun(run, replicas));
  await brokers.getByRole("button", { name: `Kill broker ${leader}` }).click();
  await brokers.getByText("killed").waitFor(patient);
  await run.getByText("Counted in the log itself.").waitFor(patient);
  await expect.poll(() => replicas.getByText("not in sync").count(), patient).toBe(3);
  await run.getByText(/with more to tell/).click();
  await run
    .getByRole("cell", { name: /ECONNREFUSED|Closed connection|ECONNRESET/ })
    .first()
    .waitFor(patient);
  await expectAccessible(page, { where: "the cluster lab with a killed broker" });

  await brokers.getByRole("button", { name: `Restart broker ${leader}` }).click();
  await expect.poll(() => replicas.getByText("not in sync").count(), patient).toBe(0);

  await page.getByRole("button", { name: "no CA" }).click();
  await page.getByText("self-signed certificate in certificate chain").waitFor(patient);
  await page.getByText("the client has never heard of it").waitFor(patient);
  await page.getByRole("button", { name: "a denied group" }).click();
  await page.getByText("The words are misleading").waitFor(patient);
  expect(complaints).toEqual([]);
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByText("Nothing was sent yet.").waitFor(patient);
  await close();
});

test("a cluster that may not be tested is refused in a sentence, also on a phone", async () => {
  const { page, complaints, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("url")}/labs/cluster/`);
  const form = page.getByRole("region", { name: "Test my cluster" });
  await form.scrollIntoViewIfNeeded();
  await form.getByLabel("Address (bootstrap.servers)").fill("169.254.169.254:80");
  await form.getByRole("button", { name: "Test" }).click();
  await form.getByText("This server may not test 169.254.169.254:80.").waitFor(patient);
  await form.getByText("cannot work yet").waitFor(patient);
  await expectAccessible(page, { where: "the test of a cluster" });
  expect(complaints).toEqual([]);
  await close();
});

/** The broker that leads the partition of a run, as the table says. */
async function leaderOfRun(run: Locator, replicas: Locator): Promise<number> {
  const partition = /to partition (\d)/.exec((await run.textContent()) ?? "")?.[1] ?? "0";
  const cells = await replicas
    .getByRole("row")
    .nth(Number(partition) + 1)
    .getByRole("cell")
    .allTextContents();
  return cells.indexOf("leader") + 1;
}
