import { expect, test, vi } from "vitest";
import { initialLabStatus } from "../../../engine/labs/lab-status.ts";
import { createLabStore } from "./lab-store.ts";
import { counterEntry, counterFold, labEvent } from "./testing/counter-lab.tsx";
import { fakeLabs, onServer, withoutServer } from "./testing/fake-labs.ts";

const start = {
  kind: "lab-screen" as const,
  index: 0,
  screen: { status: initialLabStatus(), state: { count: 0 } },
};

async function openStore(where = onServer) {
  const labs = fakeLabs(where);
  const lab = createLabStore("database", counterFold);
  const stop = lab.open(labs.session);
  await vi.waitFor(() => expect(lab.$place.get().kind).not.toBe("finding"));
  return { ...labs, lab, stop };
}

test("the screen is folded from the events, and from the screen before those that are no longer kept", async () => {
  const { lab, tell } = await openStore();
  tell(start, labEvent(0, "LabOpened"), labEvent(1, "Added", { by: 2 }), labEvent(2, "Unknown"));
  await vi.waitFor(() => expect(lab.$screen.get().state).toEqual({ count: 2 }));
  expect(lab.$screen.get().status.phase).toBe("open");
  tell(
    { ...start, index: 7, screen: { ...start.screen, state: { count: 40 } } },
    labEvent(7, "Added", { by: 2 }),
  );
  await vi.waitFor(() => expect(lab.$screen.get().state).toEqual({ count: 42 }));
  expect(lab.$events.get().map(({ index }) => index)).toEqual([7]);
});

test("after a reset the state begins anew, and the events before it are gone", async () => {
  const { lab, tell } = await openStore();
  tell(start, labEvent(0, "LabOpened"), labEvent(1, "Added", { by: 2 }), labEvent(2, "LabReset"));
  await vi.waitFor(() => expect(lab.$events.get().map(({ index }) => index)).toEqual([2]));
  expect(lab.$screen.get()).toMatchObject({ status: { phase: "open" }, state: { count: 0 } });
});

test("a command is under way until it is done; a refusal is kept until the next one", async () => {
  const { lab, commands } = await openStore();
  const sent = lab.send("Add", { by: 1 });
  expect(lab.$underWay.get()).toEqual(["Add"]);
  expect(commands[0]).toMatchObject({ type: "Add", data: { by: 1 } });
  commands[0]?.done(new Error("Not today."));
  expect(await sent).toBe(false);
  expect(lab.$problem.get()).toBe("Not today.");
  const again = lab.send("Add", { by: 1 });
  expect(lab.$problem.get()).toBeNull();
  commands[1]?.done();
  expect(await again).toBe(true);
  expect(lab.$underWay.get()).toEqual([]);
});

test("without a server nothing is sent; a recording shows the screen after each of its steps", async () => {
  const { lab, commands } = await openStore(withoutServer);
  expect(lab.$place.get()).toEqual({ kind: "none", full: false });
  expect(await lab.send("Add", { by: 1 })).toBe(false);
  expect(commands).toEqual([]);
  const recording = await counterEntry.recording();
  lab.showRecording(recording);
  expect(lab.$screen.get().state).toEqual({ count: 6 });
  lab.showRecording(recording, 1);
  expect(lab.$screen.get().state).toEqual({ count: 1 });
  expect(lab.$place.get()).toMatchObject({ kind: "recording", step: 1, noServer: true });
});

test("a recording that stands in for a server goes when one is found; one that was chosen stays until it is left", async () => {
  const recording = await counterEntry.recording();
  const first = await openStore(withoutServer);
  first.lab.showRecording(recording);
  first.moveTo(onServer);
  await vi.waitFor(() => expect(first.lab.$place.get().kind).toBe("server"));
  first.lab.showRecording(recording);
  expect(first.isFollowed()).toBe(false);
  first.moveTo({ kind: "browser", because: "lost" });
  first.moveTo(onServer);
  expect(first.lab.$place.get()).toMatchObject({ kind: "recording", noServer: false });
  first.lab.leaveRecording();
  await vi.waitFor(() => expect(first.isFollowed()).toBe(true));
});

test("a server that is lost and found again is followed again", async () => {
  const { lab, tell, moveTo, isFollowed } = await openStore();
  tell(start, labEvent(0, "LabOpened"));
  await vi.waitFor(() => expect(lab.$live.get()).toBe(true));
  moveTo({ kind: "browser", because: "lost" });
  expect(lab.$place.get()).toEqual({ kind: "away" });
  expect(lab.$live.get()).toBe(false);
  moveTo(onServer);
  await vi.waitFor(() => expect(lab.$place.get()).toEqual({ kind: "server" }));
  expect(isFollowed()).toBe(true);
});

test("a server without Kafka has labs all the same", async () => {
  const { lab } = await openStore({ kind: "browser", because: "no-kafka" });
  expect(lab.$place.get()).toEqual({ kind: "server" });
});

test("once stopped it listens no more", async () => {
  const { stop, isFollowed } = await openStore();
  stop();
  expect(isFollowed()).toBe(false);
});
