import fc from "fast-check";
import { expect, test } from "vitest";
import type { Acks, ClusterEvent, SendChange } from "./events.ts";
import { type ClusterState, evolve, initialState } from "./evolve.ts";
import { countOutcomes, outcomeOf, outcomes } from "./sends.ts";

const started = (acks: Acks, count = 3): ClusterEvent => ({
  type: "SendsStarted",
  data: { run: 1, acks, count, partition: 0 },
});
const reported = (...changes: SendChange[]): ClusterEvent => ({
  type: "SendsReported",
  data: { run: 1, changes },
});
const fold = (events: ClusterEvent[]): ClusterState =>
  events.reduce((state, event, index) => evolve(state, event, 1_000 + index), initialState());
const outcomesOf = (events: ClusterEvent[], acks: Acks) =>
  fold(events).runs[0]?.sends.map((send) => outcomeOf(send, acks));

test("what the producer was told and what the log holds together say what became of a record", () => {
  const changes: SendChange[] = [0, 1, 2, 3].flatMap((n): SendChange[] => [
    { n, what: "sent", ms: n },
    n === 3
      ? { n, what: "refused", ms: 9, error: "NOT_ENOUGH_REPLICAS" }
      : { n, what: "acknowledged", ms: 9, offset: n },
  ]);
  const events = [started("1", 4), reported(...changes)];
  expect(outcomesOf(events, "1")).toEqual(["acknowledged", "acknowledged", "acknowledged", "refused"]);
  const counted: ClusterEvent = { type: "LogCounted", data: { run: 1, copies: [1, 0, 2, 1] } };
  expect(outcomesOf([...events, counted], "1")).toEqual([
    "acknowledged",
    "lost",
    "twice",
    "refused-yet-written",
  ]);
});

test("under acks=0 nobody was asked, so nothing is acknowledged", () => {
  const events = [
    started("0"),
    reported({ n: 0, what: "sent", ms: 0 }, { n: 0, what: "acknowledged", ms: 1, offset: null }),
  ];
  expect(outcomesOf(events, "0")).toEqual(["unasked"]);
});

test("a broker's death is noted in the run that is under way, and in no other", () => {
  const killed: ClusterEvent = { type: "BrokerChanged", data: { broker: 2, state: "killed", by: "you" } };
  const state = fold([started("all"), killed, { type: "SendsEnded", data: { run: 1 } }, killed]);
  expect(state.runs[0]?.brokerChanges).toEqual([{ ms: 1, broker: 2, state: "killed" }]);
});

const anyChange = fc.record({
  n: fc.nat(5),
  ms: fc.nat(9_000),
  what: fc.constantFrom("sent", "retried", "acknowledged", "refused"),
  error: fc.constant("Closed connection"),
  offset: fc.nat(100),
}) as fc.Arbitrary<SendChange>;
const anyEvent: fc.Arbitrary<ClusterEvent> = fc.oneof(
  fc.constant(started("1", 6)),
  fc.array(anyChange, { maxLength: 8 }).map((changes) => reported(...changes)),
  fc
    .array(fc.nat(2), { maxLength: 6 })
    .map((copies): ClusterEvent => ({ type: "LogCounted", data: { run: 1, copies } })),
  fc.constant<ClusterEvent>({ type: "SendsEnded", data: { run: 1 } }),
);

test("every send has exactly one outcome, whatever is reported in whatever order", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      for (const { sends } of fold(events).runs) {
        const { counts } = countOutcomes(sends, "1");
        expect(outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(sends.length);
      }
    }),
  );
});

test("an event of another type leaves the state as it is, and no event changes the state before it", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, next) => {
      const state = fold(events);
      const before = structuredClone(state);
      expect(evolve(state, { type: "LabOpened", data: {} }, 5)).toBe(state);
      evolve(state, next, 6);
      expect(state).toEqual(before);
    }),
  );
});
