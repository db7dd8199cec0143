import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accountOfAddress, type QueueTicket, SlotQueue, WaitCancelled } from "./fair-slot-queue.ts";
import { queueLimits } from "./limits.ts";

const open = new AbortController().signal;
const hardMilliseconds = 1_500;
const queueOf = (slots: number) => new SlotQueue(slots, hardMilliseconds);
const ticket = (session: string, account = session, address = account): QueueTicket => ({
  session,
  account,
  address,
  kind: "run",
  place: "page",
});

test("who comes first gets the slot that is free first", async () => {
  const queue = queueOf(1);
  const leave = await queue.slot(ticket("a"), open);
  const order: string[] = [];
  const b = queue.slot(ticket("b"), open).then((leaveB) => {
    order.push("b");
    leaveB("well");
  });
  const c = queue.slot(ticket("c"), open).then(() => order.push("c"));
  expect(queue.waiting).toBe(2);
  leave("well");
  await Promise.all([b, c]);
  expect(order).toEqual(["b", "c"]);
});

test("a new run of a session takes the place of the one before, also while that one waits", async () => {
  const queue = queueOf(1);
  await queue.slot(ticket("other"), open);
  const first = queue.enter(ticket("a"));
  const waiting = queue.slot(ticket("a"), first.signal);
  queue.enter(ticket("a"));
  await expect(waiting).rejects.toBeInstanceOf(WaitCancelled);
  expect(queue.waiting).toBe(0);
});

test("two windows of a session run side by side, and a fourth gives up the first", () => {
  const queue = queueOf(1);
  const entered = ["a", "b", "c"].map((place) => queue.enter({ ...ticket("me"), place }));
  expect(entered.map(({ signal }) => signal.aborted)).toEqual([false, false, false]);
  queue.enter({ ...ticket("me"), place: "d" });
  expect(entered.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

test("one session never holds all slots", async () => {
  const queue = queueOf(3);
  const first = await queue.slot({ ...ticket("me"), place: "a" }, open);
  await queue.slot({ ...ticket("me"), place: "b" }, open);
  let third = false;
  void queue.slot({ ...ticket("me"), place: "c" }, open).then(() => {
    third = true;
  });
  const other = await queue.slot(ticket("other"), open);
  other("well");
  await settle();
  expect(third).toBe(false);
  first("well");
  await settle();
  expect(third).toBe(true);
});

test("a check run does not take the place of a run", () => {
  const queue = queueOf(1);
  const run = queue.enter(ticket("a"));
  queue.enter({ ...ticket("a"), kind: "check" });
  expect(run.signal.aborted).toBe(false);
});

test("an account whose last run hit a limit holds one slot, and such accounts together never all", async () => {
  const queue = queueOf(3);
  for (const account of ["x", "y", "z"]) (await queue.slot(ticket(account), open))("limit");
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
  good("well");
  leaveX("well");
  await settle();
  expect(second).toBe(true);
});

test("accounts of one address that hit a limit leave one of its slots to the others there", async () => {
  const queue = queueOf(3);
  for (const account of ["x", "y"]) (await queue.slot(ticket(account, account, "school"), open))("limit");
  await queue.slot(ticket("x", "x", "school"), open);
  let second = false;
  void queue.slot(ticket("y", "y", "school"), open).then(() => {
    second = true;
  });
  await queue.slot(ticket("good", "good", "school"), open);
  expect([second, queue.running]).toEqual([false, 2]);
});

test("on a single slot an account whose last run hit a limit still runs", async () => {
  const queue = queueOf(1);
  (await queue.slot(ticket("x"), open))("limit");
  const leave = await queue.slot(ticket("x"), open);
  expect(queue.running).toBe(1);
  leave("limit");
});

test("one address never holds all slots", async () => {
  const queue = queueOf(3);
  const first = await queue.slot(ticket("a", "a", "school"), open);
  await queue.slot(ticket("b", "b", "school"), open);
  const third = queue.slot(ticket("c", "c", "school"), open);
  const elsewhere = await queue.slot(ticket("d", "d", "home"), open);
  elsewhere("well");
  expect([queue.running, queue.waiting]).toEqual([2, 1]);
  first("well");
  await third;
});

test("addresses take turns, and so do the accounts of an address", async () => {
  const queue = queueOf(1);
  const order: string[] = [];
  let leave = await queue.slot(ticket("first", "first", "elsewhere"), open);
  const wait = (name: string, account: string, address: string) =>
    queue.slot(ticket(name, account, address), open).then((left) => {
      order.push(name);
      leave = left;
    });
  const all = [
    ...["a1", "a2", "a3"].map((name) => wait(name, "a", "school")),
    wait("b1", "b", "school"),
    wait("c1", "c", "home"),
    wait("c2", "c", "home"),
  ];
  for (const _ of all) {
    leave("well");
    await settle();
  }
  await Promise.all(all);
  expect(order).toEqual(["a1", "c1", "b1", "c2", "a2", "a3"]);
});

test("a lost process is charged to the account and to the brand-new sessions of its address", async () => {
  const queue = queueOf(3);
  const fresh = accountOfAddress("school");
  (await queue.slot(ticket("a", "a", "school"), open))("process-lost");
  await queue.slot(ticket("new 1", fresh, "school"), open);
  void queue.slot(ticket("new 2", fresh, "school"), open);
  await queue.slot(ticket("b", "b", "school"), open);
  expect([queue.running, queue.waiting]).toEqual([2, 1]);
});

test("a run that was given up says nothing of its account", async () => {
  const queue = queueOf(3);
  for (const how of ["limit", "given-up"] as const) (await queue.slot(ticket("x"), open))(how);
  await queue.slot(ticket("x1", "x"), open);
  void queue.slot(ticket("x2", "x"), open);
  expect(queue.waiting).toBe(1);
});

describe("a wait", () => {
  beforeEach(
    () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }),
  );
  afterEach(() => void vi.useRealTimers());

  const { longestQueue, longestWaitMilliseconds } = queueLimits;

  /** Asks for a slot for each of these tickets. `places`: what each was told last. */
  function ask(queue: SlotQueue, tickets: QueueTicket[]) {
    const asked = {
      places: new Map<string, number>(),
      served: [] as string[],
      refusals: [] as { session: string; code: string; retryAfter: number }[],
    };
    for (const each of tickets) {
      const { session } = each;
      queue
        .slot(each, open, (place) => asked.places.set(session, place))
        .then(
          (leave) => {
            asked.served.push(session);
            setTimeout(() => leave("well"), 2_500);
          },
          ({ code, retryAfter }) => asked.refusals.push({ session, code, retryAfter }),
        );
    }
    return asked;
  }

  test("thirty checks at once from one address are all served, however long the first ones take", async () => {
    const queue = queueOf(3);
    const leave = await queue.slot(ticket("slow", "slow", "school"), open);
    await vi.advanceTimersByTimeAsync(10_000);
    leave("well");
    const names = Array.from({ length: 30 }, (_, n) => `learner ${n}`);
    const { served, refusals } = ask(
      queue,
      names.map((name) => ticket(name, name, "school")),
    );
    await vi.advanceTimersByTimeAsync(longestWaitMilliseconds);
    expect([served, refusals]).toEqual([names, []]);
  });

  test("tells everybody their place, and again when it has changed", async () => {
    const queue = queueOf(1);
    const leave = await queue.slot(ticket("first"), open);
    const { places } = ask(
      queue,
      ["a", "b", "c"].map((name) => ticket(name)),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...places]).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    leave("well");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...places]).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 2],
    ]);
  });

  test("has the place of one's turn, not of one's arrival", async () => {
    const queue = queueOf(1);
    await queue.slot(ticket("first", "first", "elsewhere"), open);
    const school = Array.from({ length: 5 }, (_, n) => ticket(`${n}`, `${n}`, "school"));
    const { places } = ask(queue, [...school, ticket("home")]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(places.get("home")).toBe(2);
    expect(places.get("4")).toBe(6);
  });

  test("ends busy when it has become too long, and not before", async () => {
    const queue = queueOf(1);
    await queue.slot(ticket("endless"), open);
    const { refusals } = ask(queue, [ticket("a"), ticket("b")]);
    await vi.advanceTimersByTimeAsync(longestWaitMilliseconds - 1);
    expect([refusals.length, queue.waiting]).toEqual([0, 2]);
    await vi.advanceTimersByTimeAsync(1);
    expect(refusals.map(({ code }) => code)).toEqual(["busy", "busy"]);
    expect(queue.waiting).toBe(0);
  });

  test("is refused at once, with the seconds to wait, where the queue is full", async () => {
    const queue = queueOf(1);
    await queue.slot(ticket("endless"), open);
    const crowd = Array.from({ length: longestQueue + 2 }, (_, n) => ticket(`${n}`, "crowd"));
    const { refusals } = ask(queue, crowd);
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.waiting).toBe(longestQueue);
    expect(refusals.map(({ session }) => session)).toEqual([`${longestQueue}`, `${longestQueue + 1}`]);
    // Nobody knows the crowd: each counts as a tenth of a second.
    expect(refusals[0]).toMatchObject({ code: "busy", retryAfter: longestQueue / 10 });
  });

  test("is not refused to one account or address for what another one asked for", async () => {
    const queue = queueOf(1);
    await queue.slot(ticket("endless"), open);
    const hostile = ask(
      queue,
      Array.from({ length: longestQueue }, (_, n) => ticket(`hostile ${n}`, "hostile", "school")),
    );
    const good = ask(queue, [ticket("good", "good", "school"), ticket("home")]);
    await vi.advanceTimersByTimeAsync(0);
    expect(good.refusals).toEqual([]);
    expect(hostile.refusals.map(({ session }) => session)).toEqual([
      `hostile ${longestQueue - 1}`,
      `hostile ${longestQueue - 2}`,
    ]);
  });

  test("names the seconds by what each account's last run took: a limit counts as the longest run", async () => {
    const queue = queueOf(1);
    (await queue.slot(ticket("limited"), open))("limit");
    await queue.slot(ticket("endless"), open);
    const { refusals } = ask(queue, [
      ...Array.from({ length: 4 }, (_, n) => ticket(`${n}`, "limited")),
      ...Array.from({ length: longestQueue - 3 }, (_, n) => ticket(`other ${n}`, "limited")),
    ]);
    await vi.advanceTimersByTimeAsync(0);
    expect(refusals[0]?.retryAfter).toBe(longestWaitMilliseconds / 1_000);
  });
});

const settle = () => new Promise((resolve) => setImmediate(resolve));
