import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openKafkaJs } from "../../log/client.ts";
import { apart, lines, silent, type TestServer, testServer } from "../../testing/playground.ts";

const partitions = 4;
const perPartition = 5_000;
const settings = apart(inject("kafka"));
let server: TestServer;

beforeAll(async () => {
  server = await testServer(settings);
  const kafka = openKafkaJs(settings, silent);
  const admin = kafka.admin();
  const producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
  const topic = `${settings.topicPrefix}course.ledger`;
  await admin.createTopics({ topics: [{ topic, numPartitions: partitions, replicationFactor: -1 }] });
  for (let partition = 0; partition < partitions; partition++) {
    const messages = Array.from({ length: perPartition }, (_, n) => ({
      partition,
      key: `account-${partition}-${n % 50}`,
      timestamp: String(1_000_000 + n * 4 + partition),
      value: JSON.stringify({
        type: n % 3 === 0 ? "Withdrawn" : "Deposited",
        data: { amount: (n % 97) + 1 },
      }),
    }));
    await producer.send({ topic, messages });
  }
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});
afterAll(() => server.close());

const ledger = `export function initialState() { return { balance: 0, count: 0 }; }
export function evolve(state, event) {
  const sign = event.type === "Withdrawn" ? -1 : 1;
  return { balance: state.balance + sign * event.data.amount, count: state.count + 1 };
}`;

const session = "a".repeat(32);
async function run(body: object) {
  const answer = await server.app.inject({
    ...{ method: "POST", url: "/api/runs", headers: { "x-session": session } },
    payload: { source: ledger, log: { topic: "course.ledger" }, ...body },
  });
  return lines(answer.body);
}

test("a long log is folded by key", async () => {
  const messages = await run({ log: { topic: "course.ledger", scope: "by-key" } });
  const end = messages.at(-1);
  expect(end).toMatchObject({ kind: "end", verdict: "ok", steps: partitions * perPartition, skipped: 0 });
  console.log(messages.filter((m) => m.kind === "progress"));
  expect(Object.keys(end.state)).toHaveLength(200);
});

test("a long log is folded as one", async () => {
  const messages = await run({});
  const end = messages.at(-1);
  console.log(messages);
  expect(end).toMatchObject({ kind: "end", verdict: "ok", state: { count: partitions * perPartition } });
});
