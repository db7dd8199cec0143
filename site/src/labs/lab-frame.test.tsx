// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { initialLabStatus } from "../../../engine/labs/lab-status.ts";
import { labSentences } from "../../../engine/sentences/english/labs.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import type { RunLocation } from "../session/session-interface.ts";
import { Lab } from "./lab.tsx";
import { counterEntry, labEvent } from "./testing/counter-lab.tsx";
import { fakeLabs, onServer, withoutServer } from "./testing/fake-labs.ts";

const say = sentencesFrom(labSentences);
const start = {
  kind: "lab-screen" as const,
  index: 0,
  screen: { status: initialLabStatus(), state: { count: 0 } },
};
const service = { service: "counter", title: "The counter" };

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

async function show(where: RunLocation, change: Partial<typeof counterEntry> = {}) {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  const labs = fakeLabs(where);
  root = createRoot(document.body.firstElementChild as Element);
  // An id of its own: a page keeps the part of each lab.
  const entry = { ...counterEntry, ...change, id: String(Math.random()) as "database" };
  await act(async () => root?.render(<Lab entry={entry} session={labs.session} />));
  return labs;
}
const text = () => document.body.textContent ?? "";
const button = (name: string) =>
  [...document.querySelectorAll("button")].find(
    (each) => each.textContent === name || each.getAttribute("aria-label") === name,
  );
const press = (name: string) => act(async () => button(name)?.click());
const sees = (what: string) => act(() => vi.waitFor(() => expect(text()).toContain(what)));

test("a lab that does not run has one button, which starts it; a long start says what it does and how long it takes", async () => {
  const { tell, commands } = await show(onServer);
  tell(start);
  await sees("The lab is not running yet.");
  expect(button("Add")).toBeUndefined();
  await press("Start the lab");
  expect(commands[0]?.type).toBe("OpenLab");
  const step = say("service-starting", { title: "The counter" });
  tell(labEvent(0, "LabOpening"), labEvent(1, "ServiceStarting", { ...service, step, estimateSeconds: 3 }));
  await sees("The counter is starting.");
  expect(document.querySelector("progress")?.getAttribute("aria-label")).toBe("The counter");
  tell(labEvent(2, "ServiceReady", service), labEvent(3, "LabOpened"));
  await sees("The lab is running.");
  expect(button("Add")?.disabled).toBe(false);
});

test("a service that died is a sentence and a button that brings it back; what happened stays in sight", async () => {
  const { tell, commands } = await show(onServer);
  const message = say("service-stopped", { title: "The counter" });
  tell(start, labEvent(0, "LabOpened"), labEvent(1, "Added", { by: 5 }));
  tell(
    labEvent(2, "ServiceStopped", { ...service, message }),
    labEvent(3, "LabClosed", { reason: "service-stopped", message }),
  );
  await sees("The counter stopped unexpectedly.");
  expect(document.querySelector(".count")?.textContent).toBe("5");
  expect(button("Add")?.disabled).toBe(true);
  await press("Start again");
  expect(commands[0]?.type).toBe("OpenLab");
});

test("where a system cannot start, its sentence says what to install, and a recording can be shown", async () => {
  const { tell } = await show(onServer);
  const message = { message: "Install it with: apt install counter", sentences: [] };
  tell(
    start,
    labEvent(0, "LabOpening"),
    labEvent(1, "ServiceStarting", { ...service, step: message, estimateSeconds: 3 }),
    labEvent(2, "ServiceUnavailable", { ...service, message }),
    labEvent(3, "LabClosed", { reason: "not-opened", message }),
  );
  await sees("apt install counter");
  await press("Show a recording instead");
  await sees("This is a recording of the lab on a counter of brass.");
  expect(document.querySelector(".count")?.textContent).toBe("6");
  await press("Back to the lab");
  tell(start, labEvent(0, "LabClosed", { reason: "not-opened", message }));
  await sees("apt install counter");
  expect(button("Start again")).toBeDefined();
});

test("without a server the page says that it is a recording and what to do, and goes through it step by step", async () => {
  await show(withoutServer);
  await sees("This is a recording of the lab on a counter of brass.");
  expect(text()).toContain("No playground server answers.");
  expect(text()).toContain("npm start");
  expect(text()).toContain("Step 3 of 3");
  await press("First step");
  await sees("Step 0 of 3");
  await press("Step forward");
  await sees("Step 1 of 3 Added");
  expect(button("Add")?.disabled).toBe(true);
  expect(button("Step back")?.disabled).toBe(false);
});

test("a refused command is said in its words until it is dismissed", async () => {
  const { tell, commands } = await show(onServer);
  tell(start, labEvent(0, "LabOpened"));
  await sees("The lab is running.");
  await press("Add");
  await act(async () => commands[0]?.done(new Error("Not today.")));
  expect(document.querySelector("[role=alert]")?.textContent).toContain("Not today.");
  await press("Close this message");
  expect(document.querySelector("[role=alert]")).toBeNull();
});

test("the events that the screen is folded from can be read", async () => {
  const { tell } = await show(onServer);
  tell(start, labEvent(0, "LabOpened"), labEvent(1, "Added", { by: 5 }));
  await sees("2 events of this lab");
  await act(async () => {
    const details = document.querySelector("details");
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
  });
  await sees('Added {"by":5}');
});
