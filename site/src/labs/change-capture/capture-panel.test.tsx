// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Lab } from "../lab.tsx";
import { fakeLabs, withoutServer } from "../testing/fake-labs.ts";
import { captureEntry } from "./capture-entry.ts";

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

test("the recording of the lab shows three streams of one action, both images of a row, and what came again", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () => root?.render(<Lab entry={captureEntry} session={fakeLabs(withoutServer).session} />));
  const text = () => document.body.textContent ?? "";
  // Its code comes from elsewhere: what has come is drawn at each look.
  const look = async () => {
    await act(async () => {});
    expect(text()).toContain("the three streams are different");
  };
  await vi.waitFor(look, { timeout: 30_000 });
  const streams = [...document.querySelectorAll(".capture-runs li")].map((run) =>
    [...run.querySelectorAll(".capture-op")].map((op) => op.textContent),
  );
  expect(streams.slice(0, 3)).toEqual([
    ["orders u"],
    ["orders d", "orders tombstone", "orders c"],
    ["payments c"],
  ]);
  expect(text()).toContain("came again");
  expect(text()).toContain("orders: both are equal.");
  // Nothing can be changed in a recording.
  expect(document.querySelector("textarea")?.readOnly).toBe(true);
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(".lab-panel button")];
  expect(buttons.length).toBeGreaterThan(0);
  expect(buttons.every(({ disabled }) => disabled)).toBe(true);
});
