import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
/** The jars may have to be fetched first, and a worker is a Java process. */
const patient = { timeout: 120_000 };

test("a learner captures tables, writes one action in three ways, kills the worker and starts it again", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/labs/change-capture/`);
  await page.getByRole("button", { name: "Start the lab" }).click();
  const capture = page.getByRole("region", { name: "The capture" });
  await capture.getByRole("button", { name: "Start the capture" }).click(patient);
  await capture.getByText("The worker runs and follows PostgreSQL's log.").waitFor(patient);
  const records = page.getByRole("region", { name: /Records of mine\.lab-capture-public-orders/ });
  await records.getByText("r (read by the snapshot)").first().waitFor(patient);

  const act = page.getByRole("region", { name: "Change the tables" });
  for (const way of ["Update the order", "Delete the order and insert it anew", "Insert a payment"])
    await act.getByRole("button", { name: way }).click(patient);
  await records.getByText("tombstone").first().waitFor(patient);
  await page.getByText(/the three streams are different/).waitFor();
  await act.getByRole("button", { name: "Change an address" }).click();
  await page.getByText("One UPDATE, three possible reasons").waitFor();
  const tables = page.getByRole("region", { name: "The table, and the fold over its changes" });
  await tables.getByText("orders: both are equal.").waitFor(patient);

  // From then on a killed worker goes on where it was, without a second snapshot.
  await capture.getByText(/has written down that it has read|they come twice/).waitFor(patient);
  await capture.getByRole("button", { name: "kill -9 the worker" }).click();
  await capture.getByText(/Nothing is lost/).waitFor(patient);
  await act.getByRole("button", { name: "Insert an order" }).click(patient);
  await tables.getByText("orders: the first row that differs has the key 4.").waitFor(patient);
  await capture.getByRole("button", { name: "Start the worker again" }).click();
  await tables.getByText("orders: both are equal.").waitFor(patient);
  await expectAccessible(page, { where: "the lab of change capture" });
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "Reset" }).click(patient);
  await capture.getByText("No capture runs.").waitFor(patient);
  await close();
});

test("without a server the lab of change capture is a recording, also on a phone", async () => {
  const { page, close } = await visitor({ viewport: phone, touch: true, theme: "dark" });
  await page.goto(`${inject("staticUrl")}/labs/change-capture/`);
  await page.getByText(/This is a recording of the lab on PostgreSQL/).waitFor(patient);
  await page
    .getByText(/came again/)
    .first()
    .waitFor();
  await expectAccessible(page, { where: "the recording of change capture" });
  await close();
});
