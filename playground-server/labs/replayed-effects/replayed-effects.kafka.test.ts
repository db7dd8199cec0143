import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  type ReplayedEffectsState,
  replayedEffectsFold,
} from "../../../engine/labs/replayed-effects/evolve.ts";
import { repeatedMails } from "../../../engine/labs/replayed-effects/inbox.ts";
import {
  isolateTopics,
  openTestServer,
  type TestServer,
  waitForCondition,
} from "../../testing/test-playground.ts";
import { LabLearner } from "../testing/lab-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { replayedEffectsLab } from "./replayed-effects.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(settings);
});
afterAll(() => server.close());

let learners = 0;
const newLearner = (on = server) =>
  new LabLearner(on, `learner-${++learners}-of-replayed-effects`, "replayed-effects", replayedEffectsFold);
type Learner = ReturnType<typeof newLearner>;

/** Two orders with their mails, and a third order that the mailer has not read. */
async function placeThree(ann: Learner): Promise<void> {
  await ann.command("PlaceOrders", { count: 2 });
  await ann.command("RunMailer", { guard: false });
  await ann.command("PlaceOrders", { count: 1 });
}
const offsetsOf = ({ inbox }: ReplayedEffectsState) => inbox.mails.map(({ offset }) => offset);

async function leftOf(learner: string, on = server): Promise<string[]> {
  const { topics, groups } = on.playground.log;
  const names = [...(await topics.all()), ...(await groups.list())];
  return names.filter((name) => name.startsWith(`mine.${learner}.`));
}

test("a replay from offset 0 sends five mails instead of three, and the alarm names each effect and its offset", async () => {
  const ann = newLearner();
  await placeThree(ann);
  expect(offsetsOf(await ann.state())).toEqual([0, 1]);
  expect((await ann.state()).alarms).toEqual([]);
  await ann.command("ReplayMailer", { guard: false });
  const state = await ann.state();
  expect(offsetsOf(state)).toEqual([0, 1, 0, 1, 2]);
  expect(repeatedMails(state.inbox)).toBe(2);
  // The third order is new to the mailer: its mail is no mistake.
  expect(state.alarms).toEqual([
    { effect: "SendMail", to: "ann@example.com", order: "order-1", offset: 0, sent: true },
    { effect: "SendMail", to: "bob@example.com", order: "order-2", offset: 1, sent: true },
  ]);
  expect(state.run).toMatchObject({ from: 0, to: 3, replay: true, ended: "end" });
});

test("with the position guard a replay sends the one mail that is missing, however often it is repeated", async () => {
  const ann = newLearner();
  await placeThree(ann);
  for (let attempt = 0; attempt < 3; attempt++) {
    await ann.command("ReplayMailer", { guard: true });
    const state = await ann.state();
    expect(offsetsOf(state)).toEqual([0, 1, 2]);
    expect(state.inbox.position).toBe(2);
    // The projector still returns its effects: the alarm goes on until that is changed.
    expect(state.alarms.map(({ offset, sent }) => [offset, sent]).slice(0, 2)).toEqual([
      [0, false],
      [1, false],
    ]);
  }
  await ann.command("PlaceOrders", { count: 2 });
  await ann.command("RunMailer", { guard: true });
  expect(offsetsOf(await ann.state())).toEqual([0, 1, 2, 3, 4]);
});

test("a mailer that has read everything reads nothing more", async () => {
  const ann = newLearner();
  await placeThree(ann);
  await ann.command("RunMailer", { guard: false });
  await ann.command("RunMailer", { guard: false });
  const { run, inbox } = await ann.state();
  expect(run).toMatchObject({ from: 3, to: 3, steps: [], ended: "end" });
  expect(inbox.mails).toHaveLength(3);
});

test("records that are no orders send no mail", async () => {
  const ann = newLearner();
  await ann.command("PlaceOrders", { count: 1 });
  const topic = `mine.${ann.learner}.lab-effects-orders`;
  for (const value of ["no event", null, '{"type":"OrderPlaced","data":{"order":1}}'])
    await server.playground.log.produce(topic, { key: "k", value, partition: 0 });
  await ann.command("RunMailer", { guard: false });
  const { run, inbox } = await ann.state();
  expect(run?.steps.map(({ effects }) => effects.length)).toEqual([1, 0, 0, 0]);
  expect(inbox.mails).toHaveLength(1);
});

test("two learners have mailers of their own; a reset and an idle stop leave nothing behind", async () => {
  const idle = await openTestServer(settings, { env: { LAB_IDLE_SECONDS: "1" } });
  try {
    const ann = newLearner();
    const bob = newLearner(idle);
    await Promise.all([placeThree(ann), bob.command("PlaceOrders", { count: 1 })]);
    await bob.command("RunMailer", { guard: false });
    expect((await ann.state()).inbox.mails).toHaveLength(2);
    await waitForCondition(async () => (await bob.screen()).status.phase === "closed", "the close");
    await waitForCondition(async () => (await leftOf(bob.learner)).length === 0, "the removal");
    expect((await bob.state()).inbox.mails).toEqual([]);
    expect(await leftOf(ann.learner)).toHaveLength(2);
    await ann.reset();
    expect(await leftOf(ann.learner)).toEqual([]);
    await placeThree(ann);
    expect(offsetsOf(await ann.state())).toEqual([0, 1]);
  } finally {
    await idle.close();
  }
});

test("what the lab cannot do it refuses with a reason", async () => {
  const eve = newLearner();
  expect(await eve.refused("RunMailer", { guard: false })).toMatchObject({ code: "lab-refused" });
  expect(await eve.refused("ReplayMailer", { guard: true })).toMatchObject({ code: "lab-refused" });
  for (const [type, data] of [
    ["PlaceOrders", { count: 0 }],
    ["PlaceOrders", { count: 6 }],
    ["PlaceOrders", { count: 1, topic: "course.carts" }],
    ["RunMailer", {}],
    ["RunMailer", { guard: "no" }],
    ["ReplayMailer", { guard: true, group: "somebody-elses" }],
    ["SendMail", { to: "eve@example.com" }],
  ] as const)
    expect(await eve.refused(type, data)).toMatchObject({ code: "request-invalid" });
  expect(await leftOf(eve.learner)).toEqual([]);
  for (let n = 0; n < 6; n++) await eve.command("PlaceOrders", { count: 5 });
  expect(await eve.refused("PlaceOrders", { count: 1 })).toMatchObject({ code: "lab-refused" });
});

test("the recording is what happens on the real broker", async () => {
  const ann = newLearner();
  await placeThree(ann);
  await ann.command("ReplayMailer", { guard: false });
  await ann.command("ReplayMailer", { guard: true });
  expectRecording(replayedEffectsLab, `Apache Kafka ${settings.version}`, await ann.events(), {
    sameOrder: false,
  });
});
