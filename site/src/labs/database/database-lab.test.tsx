// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Lab } from "../lab.tsx";
import { fakeLabs, withoutServer } from "../testing/fake-labs.ts";
import { databaseEntry } from "./database-entry.ts";

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

test("the recording of the lab shows the groups of all interleavings, the lost update, and the log that has both", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () =>
    root?.render(<Lab entry={databaseEntry} session={fakeLabs(withoutServer).session} />),
  );
  const text = () => document.body.textContent ?? "";
  // Its code comes from elsewhere: what has come is drawn at each look.
  const look = async () => {
    await act(async () => {});
    expect(text()).toContain("18 of 20 interleavings lose an update.");
  };
  await vi.waitFor(look, { timeout: 30_000 });
  expect(text()).toContain("The fold: 3 pieces");
  expect(text()).toContain("The table: 2");
  // Nothing can be changed in a recording.
  for (const area of document.querySelectorAll("textarea")) expect(area.readOnly).toBe(true);
  const orders = [...document.querySelectorAll<HTMLButtonElement>(".database-orders button")];
  expect(orders).toHaveLength(20);
  expect(orders.every(({ disabled }) => disabled)).toBe(true);
});
