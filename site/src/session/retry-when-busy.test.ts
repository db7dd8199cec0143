import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retryWhenBusy } from "./retry-when-busy.ts";
import { Refusal } from "./session-interface.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose refusals the test gives, one for each time it is asked. */
function begun() {
  const refuse: ((reason: Refusal) => void)[] = [];
  const failed: string[] = [];
  const secondsLeft: number[] = [];
  let cancelled = 0;
  const handle = retryWhenBusy(
    (fail) => {
      refuse.push(fail);
      return { cancel: () => cancelled++ };
    },
    (reason) => failed.push(reason.message),
    ({ waiting }) => secondsLeft.push(waiting && "seconds" in waiting ? waiting.seconds : 0),
  );
  return { refuse, failed, secondsLeft, handle, cancelled: () => cancelled };
}
const busy = (message = "Busy.") => new Refusal("busy", message, 3);

test("a busy server is asked again after the seconds it named, which are counted down", () => {
  const { refuse, failed, secondsLeft } = begun();
  refuse[0]?.(busy());
  vi.advanceTimersByTime(2_999);
  expect(refuse).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(refuse).toHaveLength(2);
  expect(secondsLeft).toEqual([3, 2, 1, 0]);
  expect(failed).toEqual([]);
});

test("a server that is busy twice is not asked a third time", () => {
  const { refuse, failed } = begun();
  refuse[0]?.(busy());
  vi.advanceTimersByTime(3_000);
  refuse[1]?.(busy("Still busy."));
  vi.advanceTimersByTime(60_000);
  expect(refuse).toHaveLength(2);
  expect(failed).toEqual(["Still busy."]);
});

test("a refusal of another kind is told at once", () => {
  const { refuse, failed, secondsLeft } = begun();
  refuse[0]?.(new Refusal("log-unavailable", "No Kafka.", 2));
  vi.advanceTimersByTime(60_000);
  expect(refuse).toHaveLength(1);
  expect([failed, secondsLeft]).toEqual([["No Kafka."], []]);
});

test("what is given up while it waits is not asked again", () => {
  const { refuse, secondsLeft, handle } = begun();
  refuse[0]?.(busy());
  handle.cancel();
  vi.advanceTimersByTime(60_000);
  expect(refuse).toHaveLength(1);
  expect(secondsLeft).toEqual([3]);
});

test("what is given up after the wait is cancelled on the server", () => {
  const { refuse, handle, cancelled } = begun();
  refuse[0]?.(busy());
  vi.advanceTimersByTime(3_000);
  handle.cancel();
  expect(refuse).toHaveLength(2);
  expect(cancelled()).toBe(1);
});
