import { expect, test, vi } from "vitest";
import { browserLab } from "./browser-lab.ts";
import { createLabStore } from "./lab-store.ts";
import { counterFold } from "./testing/counter-lab.tsx";
import { fakeLabs, withoutServer } from "./testing/fake-labs.ts";

const add = (by: number) => ({ type: "Added", data: { by } });

function openCounter(handle: Parameters<typeof browserLab>[1]["handle"]) {
  const stop = vi.fn();
  const lab = createLabStore("replay-cost", counterFold, browserLab(counterFold, { handle, stop }));
  const { session, commands } = fakeLabs(withoutServer);
  return { lab, session, commands, stop };
}

test("a lab in the browser is open without a server, and its screen is folded from its events", async () => {
  const { lab, session, commands } = openCounter(async ({ data }, emit) => emit(add(Number(data))));
  lab.open(session);
  expect(lab.$place.get()).toEqual({ kind: "browser" });
  await vi.waitFor(() => expect(lab.$live.get()).toBe(true));
  expect(await lab.send("Add", 3 as unknown as object)).toBe(true);
  await vi.waitFor(() => expect(lab.$screen.get().state).toEqual({ count: 3 }));
  expect(commands).toEqual([]);
});

test("a panel that is opened again has every event once", async () => {
  const { lab, session } = openCounter(async (_, emit) => emit(add(2)));
  const close = lab.open(session);
  await lab.send("Add");
  await vi.waitFor(() => expect(lab.$screen.get().state).toEqual({ count: 2 }));
  close();
  await lab.send("Add");
  lab.open(session);
  await vi.waitFor(() => expect(lab.$screen.get().state).toEqual({ count: 4 }));
  expect(lab.$events.get().map(({ index }) => index)).toEqual([0, 1, 2]);
});

test("what cannot be done is the lab's problem, and a reset ends the work and begins anew", async () => {
  const { lab, session, stop } = openCounter(async ({ type }, emit) => {
    if (type === "Fail") throw new Error("Not today.");
    emit(add(1));
  });
  lab.open(session);
  expect(await lab.send("Fail")).toBe(false);
  expect(lab.$problem.get()).toBe("Not today.");
  await lab.send("Add");
  await lab.reset();
  expect(stop).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(lab.$events.get().at(-1)?.event.type).toBe("LabReset"));
  expect(lab.$screen.get()).toMatchObject({ status: { phase: "open" }, state: { count: 0 } });
});
