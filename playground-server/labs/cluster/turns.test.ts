import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Turn, Turns, type TurnTaker } from "./turns.ts";

const turnSeconds = 180;
const graceSeconds = 20;
let handOvers: number;
let turns: Turns;

beforeEach(() => {
  vi.useFakeTimers();
  handOvers = 0;
  turns = new Turns(turnSeconds, graceSeconds, () => handOvers++);
});

afterEach(() => {
  turns.close();
  vi.useRealTimers();
});

function taker(): TurnTaker & { now: Turn | null } {
  const each = {
    now: null as Turn | null,
    turnChanged(turn: Turn) {
      each.now = turn;
    },
  };
  turns.watch(each);
  return each;
}

test("the first one holds the cluster for as long as nobody waits", () => {
  const ann = taker();
  expect(turns.take(ann)).toBe(true);
  vi.advanceTimersByTime(turnSeconds * 10_000);
  expect(turns.holder).toBe(ann);
  expect(ann.now).toMatchObject({ ahead: 0, endsAt: null });
});

test("who comes later waits in line, and the turn ends when its time is over", () => {
  const [ann, bob, eve] = [taker(), taker(), taker()];
  turns.take(ann);
  expect([turns.take(bob), turns.take(eve), turns.take(bob)]).toEqual([false, false, false]);
  expect([ann, bob, eve].map(({ now }) => now?.ahead)).toEqual([0, 1, 2]);
  vi.advanceTimersByTime(turnSeconds * 1_000);
  expect(turns.holder).toBe(bob);
  expect(handOvers).toBe(1);
  expect(ann.now).toMatchObject({ holder: bob, ahead: null });
  vi.advanceTimersByTime(turnSeconds * 1_000);
  expect(turns.holder).toBe(eve);
  expect(eve.now?.endsAt).toBeNull();
});

test("somebody who held the cluster for long is not sent away at once", () => {
  const [ann, bob] = [taker(), taker()];
  turns.take(ann);
  vi.advanceTimersByTime(turnSeconds * 5_000);
  turns.take(bob);
  vi.advanceTimersByTime((graceSeconds - 1) * 1_000);
  expect(turns.holder).toBe(ann);
  vi.advanceTimersByTime(1_000);
  expect(turns.holder).toBe(bob);
});

test("a turn that is given away, or whose learner leaves, goes to the next one", () => {
  const [ann, bob, eve] = [taker(), taker(), taker()];
  for (const each of [ann, bob, eve]) turns.take(each);
  turns.give(ann);
  expect(turns.holder).toBe(bob);
  turns.leave(eve);
  turns.leave(bob);
  expect(turns.holder).toBeNull();
  expect(handOvers).toBe(2);
  expect(ann.now?.holder).toBeNull();
});
