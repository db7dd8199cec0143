import { expect, inject, test } from "vitest";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

test("the database lab from start to stop: every interleaving, a lost update step by step, an atomic update, a reset", async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${inject("url")}/labs/database/`);
  const lab = page.getByRole("region", { name: "Database", exact: true });
  await lab.getByRole("button", { name: "Start the lab" }).click();
  const runAll = lab.getByRole("button", { name: "Run every interleaving" });
  await runAll.click();
  await lab.getByText("18 of 20 interleavings lose an update.").waitFor();
  // Two sessions read one piece, and both write two.
  await lab.getByRole("button", { name: "Step through A B A A B B" }).click();
  for (const session of ["A", "B", "A", "A", "B", "B"])
    await lab.getByRole("button", { name: `Next: session ${session}` }).click();
  await lab.getByText("The table: 2").waitFor();
  await lab.getByText("The fold: 3 pieces").waitFor();
  const committed = lab.getByRole("figure").filter({ hasText: "Committed" });
  expect(await committed.getByRole("cell").allInnerTexts()).toEqual(["tee", "2", "1"]);
  // Under a stricter isolation level the second session is refused, and told so.
  await lab.getByLabel("Isolation level").selectOption("serializable");
  await runAll.click();
  await lab.getByText("The scripts are right: none of their 20 interleavings loses an update.").waitFor();
  // The cure that needs no second try.
  await lab.getByLabel("Isolation level").selectOption("read committed");
  await lab.getByLabel("Example").selectOption({ label: "One atomic update" });
  await runAll.click();
  await lab.getByText("The scripts are right: none of their 6 interleavings loses an update.").waitFor();
  await lab.getByRole("button", { name: "Reset" }).click();
  await lab.getByText("Every interleaving", { exact: true }).first().waitFor();
  await expect.poll(() => lab.getByRole("heading", { name: "Every interleaving" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
