import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { heldRecords, type TopicLog } from "../../../engine/labs/topics/topic-logs.ts";
import type { Delays, Design } from "../../../engine/labs/two-writers/designs.ts";
import { flightsOf, type TwoWritersState, twoWritersFold } from "../../../engine/labs/two-writers/evolve.ts";
import { seatSteps } from "../../../engine/labs/two-writers/seats.ts";
import { shownTopics } from "../../../engine/labs/two-writers/topic-names.ts";
import {
  isolateTopics,
  openTestServer,
  type TestServer,
  waitForCondition,
} from "../../testing/test-playground.ts";
import { LabLearner } from "../testing/lab-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { twoWritersLab } from "./two-writers.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(settings);
});
afterAll(() => server.close());

let learners = 0;
const newLearner = (on = server) =>
  new LabLearner(on, `learner-${++learners}-of-two-writers-one-seat`, "two-writers", twoWritersFold);

/** Both look before either of them writes. */
const tight: Delays = { think: 400, lag: 0, gap: 0 };
/** Bo looks long after Ana has written, at a view that has her record. */
const apart: Delays = { think: 0, lag: 0, gap: 1_500 };
const run = (design: Design, delays = tight, races = 1) => ({ design, races, delays });

const logOf = ({ topics }: TwoWritersState, name: keyof typeof shownTopics) =>
  topics[shownTopics[name]] as TopicLog;
/** The bookings of the last races, with what the fold makes of each. */
function rulings(state: TwoWritersState): string[] {
  const flights = state.races ? flightsOf(state.races) : [];
  const records = heldRecords(logOf(state, "bookings")).filter(({ key }) => flights.includes(key ?? ""));
  return seatSteps(records).map(({ ruling }) => ruling);
}
const answers = ({ races }: TwoWritersState) =>
  (races?.steps ?? []).flatMap((step) => (step.what === "answered" ? [step.answer] : [])).toSorted();
/** Whatever of a learner is left at the cluster. */
async function leftOf(learner: string, on = server): Promise<string[]> {
  const { topics, groups } = on.playground.log;
  const names = [...(await topics.all()), ...(await groups.list())];
  return names.filter((name) => name.startsWith(`mine.${learner}.`));
}

test("validated on the view, both get the seat; a view that has the first record prevents it", async () => {
  const ann = newLearner();
  await ann.command("RunRaces", run("view"));
  let state = await ann.state();
  expect(rulings(state)).toEqual(["booked", "booked-twice"]);
  expect(answers(state)).toEqual(["booked", "booked"]);
  expect(state.results[0]).toMatchObject({ design: "view", races: 1, doubleBookings: 1 });
  await ann.command("RunRaces", run("view", apart));
  state = await ann.state();
  expect(rulings(state)).toEqual(["booked"]);
  expect(answers(state)).toEqual(["booked", "seen-taken"]);
  expect(state.results[0]).toMatchObject({ races: 1, doubleBookings: 0 });
  // The same distance, seen in a view that is older than it.
  await ann.command("RunRaces", run("view", { ...apart, lag: 2_000 }));
  expect((await ann.state()).results[0]).toMatchObject({ races: 1, doubleBookings: 1 });
});

test("with an expected version both records are in the log, and the fold accepts the first by offset", async () => {
  const ann = newLearner();
  await ann.command("RunRaces", run("expected-version"));
  const state = await ann.state();
  expect(rulings(state)).toEqual(["booked", "rejected"]);
  expect(answers(state)).toEqual(["booked", "rejected"]);
  const records = heldRecords(logOf(state, "bookings"));
  expect(records.map(({ data }) => data)).toEqual([
    expect.objectContaining({ expectedVersion: 0 }),
    expect.objectContaining({ expectedVersion: 0 }),
  ]);
  expect(state.results[0]?.doubleBookings).toBe(0);
});

test("a single writer decides each command once, in a transaction with its offset", async () => {
  const ann = newLearner();
  await ann.command("RunRaces", run("single-writer", tight, 8));
  const state = await ann.state();
  expect(rulings(state).toSorted()).toEqual([...Array(8).fill("booked"), ...Array(8).fill("refused")]);
  expect(state.results[0]).toMatchObject({ races: 8, doubleBookings: 0 });
  expect(state.results[0]?.waits).toHaveLength(16);
  const commands = heldRecords(logOf(state, "commands"));
  expect(commands).toHaveLength(16);
  const group = await server.playground.log.groups.describe(`mine.${ann.learner}.lab-writers-decider`);
  const decided = group?.offsets.reduce((sum, { offset }) => sum + offset, 0);
  expect(decided).toBe(16);
  expect(group?.members).toEqual([]);
});

test("of 50 races, design by design, only those that are validated on the view end in double bookings", async () => {
  const ann = newLearner();
  const delays = { think: 150, lag: 150, gap: 600 };
  for (const design of ["view", "expected-version", "single-writer"] as const)
    await ann.command("RunRaces", run(design, delays, 50));
  const { results } = await ann.state();
  expect(results.map(({ design, races }) => [design, races])).toEqual([
    ["single-writer", 50],
    ["expected-version", 50],
    ["view", 50],
  ]);
  expect(results.map(({ doubleBookings }) => doubleBookings > 0)).toEqual([false, false, true]);
});

test("a second decider with the same id fences the first, whose event no reader sees", async () => {
  const ann = newLearner();
  for (let attempt = 0; attempt < 3; attempt++) {
    await ann.command("StartSecondDecider");
    const { deciders, topics } = await ann.state();
    const steps = deciders?.steps ?? [];
    expect(steps.map(({ instance, what }) => `${instance} ${what}`)).toEqual([
      "1 started",
      "1 read",
      "1 appended",
      "1 hangs",
      "2 started",
      "2 read",
      "2 appended",
      "2 committed",
      "1 fenced",
    ]);
    expect(steps.at(-1)).toMatchObject({
      error: expect.stringMatching(/INVALID_PRODUCER_EPOCH|PRODUCER_FENCED/),
    });
    const records = heldRecords(topics[shownTopics.bookings] as TopicLog).filter(
      ({ key }) => key === deciders?.flight,
    );
    expect(records.map(({ data }) => data)).toEqual([expect.objectContaining({ by: "ana", decider: 2 })]);
    const aborted = steps.find(({ what }) => what === "appended") as { offset: number };
    expect(records[0]?.offset).toBeGreaterThan(aborted.offset);
  }
});

test("two learners race at the same time, each in topics of their own, and a reset leaves nothing of one", async () => {
  const ann = newLearner();
  const bob = newLearner();
  await Promise.all([ann.command("RunRaces", run("view")), bob.command("RunRaces", run("single-writer"))]);
  await Promise.all([ann.command("StartSecondDecider"), bob.command("StartSecondDecider")]);
  expect((await ann.state()).results).toHaveLength(1);
  expect(JSON.stringify(await ann.events())).not.toContain(bob.learner);
  expect(await leftOf(bob.learner)).toHaveLength(3);
  const before = await leftOf(ann.learner);
  await bob.reset();
  expect(await leftOf(bob.learner)).toEqual([]);
  expect((await bob.state()).results).toEqual([]);
  expect(await leftOf(ann.learner)).toEqual(before);
  // After a reset everything begins anew.
  await bob.command("RunRaces", run("single-writer"));
  expect(rulings(await bob.state())).toEqual(["booked", "refused"]);
});

test("an idle stop and the server's end remove topics and group; what was counted stays, and the lab starts again", async () => {
  const idle = await openTestServer(settings, { env: { LAB_IDLE_SECONDS: "1" } });
  const ann = newLearner(idle);
  try {
    await ann.command("RunRaces", run("single-writer"));
    await waitForCondition(async () => (await ann.screen()).status.phase === "closed", "the close");
    await waitForCondition(async () => (await leftOf(ann.learner, idle)).length === 0, "the removal");
    expect(await ann.state()).toMatchObject({ topics: {}, results: [{ races: 1 }] });
    await ann.command("RunRaces", run("expected-version"));
    expect((await ann.state()).results.map(({ doubleBookings }) => doubleBookings)).toEqual([0, 0]);
  } finally {
    await idle.close();
  }
  expect(await leftOf(ann.learner)).toEqual([]);
});

test("races can be stopped, and what was not decided is decided next time", async () => {
  const ann = newLearner();
  const underWay = ann.command("RunRaces", run("single-writer", { think: 2_000, lag: 0, gap: 2_000 }, 50));
  await ann.stateWhere(({ races }) => (races?.steps.length ?? 0) > 0, "the first step");
  await ann.command("StopRaces");
  await underWay;
  const { races } = await ann.state();
  expect(races?.ended).toBe("stopped");
  await ann.command("RunRaces", run("single-writer"));
  expect(rulings(await ann.state())).toEqual(["booked", "refused"]);
});

test("where a topic is deleted under the races they end with the reason, and the next ones run", async () => {
  const ann = newLearner();
  const underWay = ann.refused("RunRaces", run("single-writer", { think: 2_000, lag: 0, gap: 2_000 }, 50));
  await ann.stateWhere(({ races }) => (races?.steps.length ?? 0) > 0, "the first step");
  await server.playground.log.topics.remove(`mine.${ann.learner}.lab-writers-commands`);
  // Kafka says so, or the lab where it has seen it first.
  expect(["topic-unknown", "lab-refused"]).toContain((await underWay).code);
  expect((await ann.state()).races?.ended).toBe("failed");
  await ann.command("RunRaces", run("single-writer"));
  expect(answers(await ann.state())).toEqual(["booked", "rejected"]);
});

test("records that others append disturb neither races nor deciders", async () => {
  const ann = newLearner();
  await ann.command("RunRaces", run("view"));
  const { log } = server.playground;
  for (const name of ["bookings", "commands"]) {
    const topic = `mine.${ann.learner}.lab-writers-${name}`;
    for (const value of [
      "no event",
      null,
      '{"type":"SeatBooked","data":[]}',
      '{"type":"BookSeat","data":{"flight":1}}',
    ])
      for (const partition of [0, 1]) await log.produce(topic, { key: "OZ2", value, partition });
  }
  await ann.command("RunRaces", run("single-writer"));
  expect(answers(await ann.state())).toEqual(["booked", "rejected"]);
  await log.topics.remove(`mine.${ann.learner}.lab-writers-commands`);
  await ann.command("RunRaces", run("single-writer"));
  expect(answers(await ann.state())).toEqual(["booked", "rejected"]);
});

test.each<[string, object]>([
  ["RunRaces", run("lock" as Design)],
  ["RunRaces", run("view", tight, 51)],
  ["RunRaces", run("view", tight, 0)],
  ["RunRaces", run("view", tight, 1e9)],
  ["RunRaces", run("view", { ...tight, think: 2_001 })],
  ["RunRaces", run("view", { ...tight, lag: -1 })],
  ["RunRaces", run("view", { ...tight, gap: Number.NaN })],
  ["RunRaces", { ...run("view"), topic: "course.carts" }],
  ["RunRaces", { ...run("view"), delays: { ...tight, __proto__: null, more: 1 } }],
  ["StartSecondDecider", { transactionalId: "somebody-elses" }],
  ["StopRaces", { all: true }],
  ["Fence", {}],
])("%s with %j is refused, and nothing is made for it", async (type, data) => {
  const eve = newLearner();
  expect(await eve.refused(type, data)).toMatchObject({ code: "request-invalid" });
  expect(await leftOf(eve.learner)).toEqual([]);
});

test("the recording is what happens on the real broker", async () => {
  const ann = newLearner();
  for (const design of ["view", "expected-version", "single-writer"] as const)
    await ann.command("RunRaces", run(design, { think: 150, lag: 150, gap: 600 }, 10));
  for (const design of ["view", "expected-version", "single-writer"] as const)
    await ann.command("RunRaces", run(design, { think: 300, lag: 300, gap: 200 }));
  await ann.command("StartSecondDecider");
  expectRecording(twoWritersLab, `Apache Kafka ${settings.version}`, await ann.events(), {
    sameOrder: false,
  });
});
