import { expect, test } from "vitest";
import { GivenUp, RunQueue, type Ticket } from "./queue.ts";

const open = new AbortController().signal;
const ticket = (session: string, account = session): Ticket => ({
  session,
  account,
  kind: "run",
  place: "page",
});

test("who comes first gets the slot that is free first", async () => {
  const queue = new RunQueue(1);
  const leave = await queue.slot(ticket("a"), open);
  const order: string[] = [];
  const b = queue.slot(ticket("b"), open).then((leaveB) => {
    order.push("b");
    leaveB(false);
  });
  const c = queue.slot(ticket("c"), open).then(() => order.push("c"));
  expect(queue.waiting).toBe(2);
  leave(false);
  await Promise.all([b, c]);
  expect(order).toEqual(["b", "c"]);
});

test("a new run of a session takes the place of the one before, also while that one waits", async () => {
  const queue = new RunQueue(1);
  await queue.slot(ticket("other"), open);
  const first = queue.enter(ticket("a"));
  const waiting = queue.slot(ticket("a"), first.signal);
  queue.enter(ticket("a"));
  await expect(waiting).rejects.toBeInstanceOf(GivenUp);
  expect(queue.waiting).toBe(0);
});

test("two windows of a session run side by side, and a fourth gives up the first", () => {
  const queue = new RunQueue(1);
  const entered = ["a", "b", "c"].map((place) => queue.enter({ ...ticket("me"), place }));
  expect(entered.map(({ signal }) => signal.aborted)).toEqual([false, false, false]);
  queue.enter({ ...ticket("me"), place: "d" });
  expect(entered.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

test("one session never holds all slots", async () => {
  const queue = new RunQueue(3);
  const first = await queue.slot({ ...ticket("me"), place: "a" }, open);
  await queue.slot({ ...ticket("me"), place: "b" }, open);
  let third = false;
  void queue.slot({ ...ticket("me"), place: "c" }, open).then(() => {
    third = true;
  });
  const other = await queue.slot(ticket("other"), open);
  other(false);
  await settle();
  expect(third).toBe(false);
  first(false);
  await settle();
  expect(third).toBe(true);
});

test("a check run does not take the place of a run", () => {
  const queue = new RunQueue(1);
  const run = queue.enter(ticket("a"));
  queue.enter({ ...ticket("a"), kind: "check" });
  expect(run.signal.aborted).toBe(false);
});

test("an account whose last run hit a limit holds one slot, and such accounts together never all", async () => {
  const queue = new RunQueue(3);
  for (const account of ["x", "y", "z"]) (await queue.slot(ticket(account), open))(true);
  const leaveX = await queue.slot(ticket("x1", "x"), open);
  let second = false;
  void queue.slot(ticket("x2", "x"), open).then(() => {
    second = true;
  });
  await queue.slot(ticket("y"), open);
  let third = false;
  void queue.slot(ticket("z"), open).then(() => {
    third = true;
  });
  await settle();
  expect([second, third]).toEqual([false, false]);
  const good = await queue.slot(ticket("good"), open);
  good(false);
  leaveX(false);
  await settle();
  expect(second).toBe(true);
});

test("on a single slot an account whose last run hit a limit still runs", async () => {
  const queue = new RunQueue(1);
  (await queue.slot(ticket("x"), open))(true);
  const leave = await queue.slot(ticket("x"), open);
  expect(queue.running).toBe(1);
  leave(true);
});

test("busy is said with the seconds once the wait would be too long", async () => {
  const queue = new RunQueue(1);
  for (let i = 0; i < 30; i++) {
    const leave = await queue.slot(ticket("slow"), open);
    await new Promise((resolve) => setTimeout(resolve, 30));
    leave(false);
  }
  await queue.slot(ticket("slow"), open);
  const refusals: { code: string; retryAfter: number }[] = [];
  for (let i = 0; i < 300; i++) queue.slot(ticket(`s${i}`), open).catch((refusal) => refusals.push(refusal));
  await settle();
  expect(queue.waiting).toBeGreaterThan(20);
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals[0]).toMatchObject({ code: "busy" });
  expect(refusals[0]?.retryAfter).toBeGreaterThanOrEqual(5);
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
