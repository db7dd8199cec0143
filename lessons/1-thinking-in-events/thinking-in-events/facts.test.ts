import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { reducerOf } from "../../../exercises/testing/every-log.ts";
import { narration } from "./narration.ts";
import { evenings } from "./other-evenings.ts";
import { readers, rideEventsOf } from "./readers.ts";
import { fareOf, type RideEvent, rideAfter, rideEvents, timeOf } from "./ride-events.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const lesson = read("./lesson.mdx");
const after = (offset: number) => rideEvents.slice(0, offset + 1);
const minutesBetween = (from: number, to: number) => {
  const [start, end] = [from, to].map((offset) => Date.parse(rideEvents[offset]?.metadata.occurredAt ?? ""));
  return Math.floor(((end ?? 0) - (start ?? 0)) / 60_000);
};

async function fold(answer: string, events: readonly unknown[]) {
  const { initialState, evolve } = reducerOf(await courseAnswer("taxi-ride", answer));
  return events.reduce((state, event) => evolve(state as never, event as never), initialState() as unknown);
}

test("the figure shows the log that the exercise folds, and folds it as the solution does", async () => {
  const records = read("../../../exercises/taxi-ride/log.ndjson").trim().split("\n");
  expect(rideEvents).toEqual(records.map((line) => JSON.parse(line).event));
  for (const offset of [-1, ...rideEvents.keys()])
    expect(rideAfter(after(offset))).toEqual(await fold("solution", after(offset)));
});

test("the app shows what the ride is at the end", () => {
  expect(rideAfter(rideEvents)).toEqual({ status: "ended", driver: "d2", fareCents: 1240 });
  expect(lesson).toContain(`\`ended · driver d2 · ${fareOf(1240)}\``);
});

test("the driver left after fourteen minutes, and Ana waited for twenty-six", () => {
  expect(minutesBetween(1, 2)).toBe(14);
  expect(lesson).toContain("after fourteen minutes he cancelled");
  expect(minutesBetween(0, 4)).toBe(26);
  expect(lesson).toContain("for one minute, or for almost half an hour");
});

test("at offset 2 there is no driver; the starter still has d1", async () => {
  expect(rideAfter(after(2)).driver).toBeNull();
  expect(await fold("starter", after(2))).toMatchObject({ driver: "d1" });
});

test("without offsets 1 and 2 the state at the end is the same, with the starter and with the solution", async () => {
  const others = rideEvents.filter((_, offset) => offset !== 1 && offset !== 2);
  for (const answer of ["starter", "solution"])
    expect(await fold(answer, others)).toEqual(await fold(answer, rideEvents));
});

test("with offsets 2 and 3 in each other's place, the ride ends without a driver", () => {
  const [requested, d1, unassigned, d2, ...rest] = rideEvents as [RideEvent, RideEvent, RideEvent, RideEvent];
  expect(rideAfter([requested, d1, d2, unassigned, ...rest])).toMatchObject({
    status: "ended",
    driver: null,
  });
});

test("the figure's evenings differ and end in the same state", () => {
  expect(new Set(evenings.map(({ events }) => JSON.stringify(events))).size).toBe(3);
  for (const { events } of evenings) expect(rideAfter(events)).toEqual(rideAfter(rideEvents));
  expect(evenings[1]?.events).toBe(rideEvents);
});

test("three readers compute three states from one log, and skip what they do not know", () => {
  const answers = (events: RideEvent[]) => readers.map(({ answer }) => answer(events));
  expect(answers(after(4))).toEqual(["started, driver d2", "d1", "0.00"]);
  expect(answers(rideEvents)).toEqual(["ended, driver d2", "d1", "12.40"]);
  const rated = { type: "RideRated", data: { stars: 5 } } as never;
  expect(answers(rideEventsOf([...rideEvents, rated] as never))).toEqual(answers(rideEvents));
});

test("a step is told from its record and what it did to the ride", () => {
  expect(narration([])).toBe("Before offset 0: nothing has happened yet. The ride is new.");
  expect(narration(after(2))).toBe("Offset 2, 18:47. The driver leaves the ride. driver: d1, now nobody.");
  expect(narration(after(5))).toBe(
    "Offset 5, 19:16. They arrive at Bo’s house. status: started, now ended; fareCents: not known, now 1240.",
  );
});

test("the log holds six records and no reason why d1 left, as text and quiz say", () => {
  expect(rideEvents).toHaveLength(6);
  expect(lesson).toContain("six records, one for each thing that happened");
  expect(rideEvents[2]).toMatchObject({ type: "DriverUnassigned", data: {} });
  expect(timeOf(rideEvents[2] as RideEvent)).toBe("18:47");
  const quiz = parse(read("./quiz.yaml")) as { options: { right?: boolean }[] }[];
  for (const { options } of quiz) expect(options.filter(({ right }) => right)).toHaveLength(1);
});

test("a log lives on: the exercise's solution skips a type that it does not know", async () => {
  const rated = { type: "RideRated", data: { stars: 5 } };
  expect(await fold("solution", [...rideEvents, rated])).toEqual(await fold("solution", rideEvents));
});
