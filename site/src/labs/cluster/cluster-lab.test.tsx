// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Lab } from "../lab.tsx";
import { fakeLabs, withoutServer } from "../testing/fake-labs.ts";
import { clusterEntry } from "./cluster-entry.ts";

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

const text = () => document.body.textContent ?? "";
/** React draws at the end of each act: what is loaded on demand is waited for from one to the next. */
const sees = (what: string) =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(text()).toContain(what);
    },
    { timeout: 30_000 },
  );

test("the recording shows a killed leader, records that are lost, and what each login was told", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () => root?.render(<Lab entry={clusterEntry} session={fakeLabs(withoutServer).session} />));
  await sees("This is a recording of the lab on Kafka");
  await sees("LOST: acknowledged, but not in the log");
  expect(document.querySelectorAll(".cluster-chart rect")).toHaveLength(60);
  expect(document.querySelectorAll('.cluster-chart [data-outcome="lost"]').length).toBeGreaterThan(0);
  expect(document.querySelectorAll('.cluster-replicas [data-role="leader"]')).toHaveLength(3);
  expect(text()).toContain("self-signed certificate in certificate chain");
  expect(text()).toContain("Failed to find group coordinator");
  // A recording cannot be changed.
  const kill = document.querySelector<HTMLButtonElement>('[aria-label="Kill broker 1"]');
  expect(kill?.disabled).toBe(true);
});
