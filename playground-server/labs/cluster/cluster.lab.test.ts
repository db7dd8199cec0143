import { readFile } from "node:fs/promises";
import { join as joinPath } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Acks, LoginSettings } from "../../../engine/labs/cluster/events.ts";
import {
  type ClusterState,
  evolve,
  initialState,
  type SendRun,
} from "../../../engine/labs/cluster/evolve.ts";
import { countOutcomes } from "../../../engine/labs/cluster/sends.ts";
import { HttpLearner } from "../testing/http-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { clusterLab } from "./cluster-lab.ts";

let ann: HttpLearner<ClusterState>;
let bob: HttpLearner<ClusterState>;
const join = () => HttpLearner.join(inject("labServer"), "cluster", { initialState, evolve });

beforeAll(async () => {
  ann = await join();
  bob = await join();
  await ann.open();
});

afterAll(async () => {
  await ann.reset();
  await bob.reset();
});

const whole = (state: ClusterState) =>
  state.brokers.every((broker) => broker.state === "running") &&
  state.partitions.length === 3 &&
  state.partitions.every(({ leader, inSync }) => leader !== null && inSync.length === 3);

const runOf = (state: ClusterState): SendRun => {
  const run = state.runs.at(-1);
  if (!run) throw new Error("there is no run");
  return run;
};

const wholeCluster = () => ann.until("a whole cluster", whole);

/** The broker that gets the producer's records. */
async function leader(): Promise<number> {
  const { partitions } = await wholeCluster();
  return partitions.find(({ replicas }) => replicas[0] !== 1)?.leader ?? 0;
}

/** Sends, and does something as soon as a few sends are under way. */
async function sendAnd(acks: Acks, count: number, act: () => Promise<unknown>): Promise<SendRun> {
  const before = (await ann.state()).runs.at(-1)?.run ?? 0;
  const sending = ann.command("StartSends", { acks, count });
  await ann.until("the run", ({ runs }) => {
    const run = runs.at(-1);
    return run !== undefined && run.run > before && run.sends.length > 10;
  });
  await act();
  expect(await sending).toMatchObject({ status: 200 });
  return runOf(await ann.state());
}

test("every partition has a leader and three replicas in sync", async () => {
  const { partitions, login, version } = await wholeCluster();
  expect(partitions.map(({ replicas }) => replicas.toSorted())).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(login?.ca).toContain("BEGIN CERTIFICATE");
  expect(version).toMatch(/^4\./);
});

test("acks=all: when the leader is killed with kill -9, every record that was acknowledged is in the log", async () => {
  const killed = await leader();
  const run = await sendAnd("all", 60, () => ann.command("KillBroker", { broker: killed }));
  const { counts } = countOutcomes(run.sends, "all");
  expect(run.counted).toBe(true);
  expect(counts.lost).toBe(0);
  expect(counts.acknowledged + counts.twice + counts["refused-yet-written"] + counts.refused).toBe(60);
  expect(run.sends.some(({ retries }) => retries > 0)).toBe(true);
  const after = await ann.state();
  expect(after.partitions.every(({ leader }) => leader !== null && leader !== killed)).toBe(true);
  expect(await ann.command("RestartBroker", { broker: killed })).toMatchObject({ status: 200 });
  await wholeCluster();
});

test("acks=1: records that the killed leader acknowledged and nobody had copied are lost", async () => {
  let lost = 0;
  // Followers copy every 400 ms: now and then the leader dies just after a copy.
  for (let tries = 0; lost === 0 && tries < 4; tries++) {
    const killed = await leader();
    const run = await sendAnd("1", 40, () => ann.command("KillBroker", { broker: killed }));
    lost = countOutcomes(run.sends, "1").counts.lost;
    await ann.command("RestartBroker", { broker: killed });
  }
  expect(lost).toBeGreaterThan(0);
  // What is lost stays lost: the old leader cuts it off when it is back.
  await wholeCluster();
  const { run } = runOf(await ann.state());
  await ann.command("CountLog", { run });
  expect(countOutcomes(runOf(await ann.state()).sends, "1").counts.lost).toBe(lost);
});

test("with one replica in sync, acks=all is refused with NOT_ENOUGH_REPLICAS and acks=1 goes on", async () => {
  await wholeCluster();
  await Promise.all([2, 3].map((broker) => ann.command("KillBroker", { broker })));
  await ann.until("one replica in sync", ({ partitions }) =>
    partitions.every(({ inSync, leader }) => inSync.length === 1 && leader === 1),
  );
  expect(await ann.command("StartSends", { acks: "all", count: 20 })).toMatchObject({ status: 200 });
  const refused = runOf(await ann.state());
  expect(countOutcomes(refused.sends, "all").counts.refused).toBe(20);
  expect(refused.sends.every(({ error }) => error?.includes("NOT_ENOUGH_REPLICAS"))).toBe(true);

  expect(await ann.command("StartSends", { acks: "1", count: 20 })).toMatchObject({ status: 200 });
  const alone = runOf(await ann.state());
  expect(alone.sends.every(({ answer }) => answer === "acknowledged")).toBe(true);
  // Readers see these records when a second replica has them.
  expect(alone.counted).toMatchObject({ sentences: [{ code: "cluster-log-hidden" }] });
  await Promise.all([2, 3].map((broker) => ann.command("RestartBroker", { broker })));
  await wholeCluster();
  await ann.command("CountLog", { run: alone.run });
  expect(countOutcomes(runOf(await ann.state()).sends, "1").counts.acknowledged).toBe(20);
});

test("acks=0: the producer is told nothing of the records that a dead leader never got", async () => {
  const killed = await leader();
  const run = await sendAnd("0", 60, () => ann.command("KillBroker", { broker: killed }));
  expect(run.sends.every(({ offset }) => offset === null)).toBe(true);
  await ann.command("RestartBroker", { broker: killed });
  await wholeCluster();
});

test("a broker that dies by itself is shown, and one command brings it back with its records", async () => {
  const pidFile = joinPath(inject("labsDir"), "three-brokers", "broker-3", "broker.pid.json");
  const { pid } = JSON.parse(await readFile(pidFile, "utf8")) as { pid: number };
  process.kill(pid, "SIGKILL");
  await ann.until("a death", ({ brokers }) => brokers[2]?.state === "died");
  expect(await ann.command("RestartBroker", { broker: 3 })).toMatchObject({ status: 200 });
  await wholeCluster();
  const { run, acks } = runOf(await ann.state());
  expect(await ann.command("CountLog", { run })).toMatchObject({ status: 200 });
  expect(countOutcomes(runOf(await ann.state()).sends, acks).counts.unasked).toBeGreaterThan(0);
});

test("one learner at a time breaks the cluster; the next one finds it whole", async () => {
  await ann.command("TakeTurn");
  await bob.open();
  for (const [type, data] of [
    ["KillBroker", { broker: 1 }],
    ["RestartBroker", { broker: 1 }],
    ["StartSends", { acks: "1" }],
  ] as const) {
    const { code, detail } = await bob.command(type, data);
    expect(code).toBe("lab-refused");
    expect(detail).toContain("Another learner holds the cluster");
  }
  expect((await bob.state()).turn).toMatchObject({ holder: "another", ahead: 1 });
  expect((await ann.state()).turn.endsAt).not.toBeNull();

  await ann.command("KillBroker", { broker: 2 });
  await bob.until("Ann's kill", ({ brokers }) => brokers[1]?.state === "killed");
  await ann.command("GiveTurn");
  await bob.until("Bob's turn", ({ turn }) => turn.holder === "you");
  await bob.until("a whole cluster", whole);
  expect(await bob.command("KillBroker", { broker: 3 })).toMatchObject({ status: 200 });
  await ann.until("Bob's kill", ({ brokers }) => brokers[2]?.state === "killed");
  await bob.command("GiveTurn");
  await wholeCluster();
});

test("two learners never see each other's topic", async () => {
  await bob.open();
  const topics = [(await wholeCluster()).topic, (await bob.until("a topic", whole)).topic];
  expect(new Set(topics).size).toBe(2);
  expect(JSON.stringify(await bob.events())).not.toContain(topics[0]);
  expect(JSON.stringify(await ann.events())).not.toContain(topics[1]);
});

test.each([
  ["KillBroker", { broker: 4 }],
  ["KillBroker", { broker: "1; reboot" }],
  ["KillBroker", { broker: 1, pid: 1 }],
  ["RestartBroker", { broker: -1 }],
  ["RestartBroker", { broker: 1, properties: "log.dirs=/etc" }],
  ["StartSends", { acks: "all", count: 100_000 }],
  ["StartSends", { acks: "2" }],
  ["StartSends", { acks: "1", topic: "orders" }],
  ["StartSends", { acks: "1", topic: "__consumer_offsets" }],
  ["CountLog", { run: 1, topic: "payments" }],
  ["TryLogin", { ...rightLogin(), topic: "__cluster_metadata" }],
  ["TryLogin", { ...rightLogin(), group: "mine.of-somebody" }],
  ["TryLogin", { ...rightLogin(), brokers: ["169.254.169.254:80"] }],
  ["TryLogin", { ...rightLogin(), ca: "/etc/passwd" }],
  ["Shell", { line: "ls" }],
])("%s with %j is refused", async (type, data) => {
  expect((await bob.command(type, data)).status).toBe(400);
});

const self = "self-signed certificate in certificate chain";
test.each([
  ["right settings", {}, [null, null, null], ""],
  ["the wrong password", { password: "wrong" }, ["password-wrong"], "authentication failed"],
  ["no CA", { ca: false }, ["ca-unknown"], self],
  ["no TLS", { tls: false }, ["tls-expected"], ""],
  ["no login", { login: false }, ["login-expected"], ""],
  [
    "a topic that is denied",
    { topic: "payments" },
    [null, "topic-denied"],
    "Not authorized to access topics",
  ],
  ["a group that is denied", { group: "audit" }, [null, null, "group-denied"], "group"],
] as const)(
  "a client with %s hears the client's words, and what they mean",
  async (_, change, problems, words) => {
    expect(await bob.command("TryLogin", { ...rightLogin(), ...change })).toMatchObject({ status: 200 });
    const [tried] = (await bob.state()).tries;
    expect(tried?.steps.map(({ failed }) => failed?.problem ?? null)).toEqual(problems);
    expect(tried?.steps.at(-1)?.failed?.client ?? "").toContain(words);
  },
);

function rightLogin(): LoginSettings {
  return { tls: true, ca: true, login: true, password: "right", topic: "orders", group: "shop" };
}

test("the recording is what happens when a leader is killed under acks=1, and at three logins", async () => {
  const eve = await join();
  await eve.open();
  const { partitions } = await eve.until("a whole cluster", whole);
  const killed = partitions.find(({ replicas }) => replicas[0] !== 1)?.leader ?? 0;
  const sending = eve.command("StartSends", { acks: "1", count: 60 });
  await eve.until("the run", ({ runs }) => (runs.at(-1)?.sends.length ?? 0) > 10);
  await eve.command("KillBroker", { broker: killed });
  await sending;
  await eve.command("RestartBroker", { broker: killed });
  await eve.until("a whole cluster", whole);
  for (const change of [{}, { ca: false }, { group: "audit" }]) {
    await eve.command("TryLogin", { ...rightLogin(), ...change });
  }
  const events = await eve.events();
  const { version } = await eve.state();
  await eve.reset();
  // How many reports there are, and what comes between them, depends on the machine.
  expectRecording(clusterLab, `Kafka ${version}, three brokers`, events, { sameOrder: false });
});
