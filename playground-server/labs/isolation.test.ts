import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  lines,
  openTestServer,
  sessionToken,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { counterLab } from "./testing/counter-lab.ts";
import { counterService } from "./testing/counter-service.ts";

const annsName = "ann-whose-lab-is-her-own";
const ann = sessionToken(annsName);
const eve = sessionToken("eve-who-wants-to-see-all");
const annsLearner = createHash("sha256").update(annsName).digest("hex").slice(0, 32);
/** What Ann adds; nobody else may see it. */
const secret = 97;

const service = counterService();
let server: TestServer;
let address: string;
let eves: TestClient;

beforeAll(async () => {
  server = await openTestServer(undefined, { labs: [counterLab(service)] });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  eves = await TestClient.open(address, eve);
  await command(ann, "Add", { by: secret });
  await command(eve, "Add", { by: 1 });
});
afterAll(async () => {
  eves.close();
  await server.close();
});

const command = (session: string, type: string, data?: object) =>
  server.app.inject({
    method: "POST",
    url: "/api/labs/counter/commands",
    headers: { "x-session": session },
    payload: { type, data },
  });
const read = (url: string, headers: Record<string, string> = { "x-session": eve }) =>
  server.app.inject({ url, headers });
const sees = (body: string) => body.includes(`"by":${secret}`);

test("attempt 1: her own events are all that a learner reads", async () => {
  const { body } = await read("/api/labs/counter/events");
  expect(lines(body).at(-1).event.data).toEqual({ by: 1, count: 1 });
  expect(sees(body)).toBe(false);
});

test.each([
  ["2", "?learner=", annsLearner],
  ["3", "?session=", ann],
])("attempt %s: another learner named in the address is refused", async (_, member, value) => {
  const answer = await read(`/api/labs/counter/events${member}${value}`);
  expect(answer.statusCode).toBe(400);
  expect(sees(answer.body)).toBe(false);
});

test.each([
  ["4", `counter ${annsLearner}`],
  ["5", `${annsLearner}/counter`],
  ["6", "counter/../counter"],
  ["7", "__proto__"],
])("attempt %s: no name of a lab leads to another learner's: %s", async (_, id) => {
  const answer = await read(`/api/labs/${encodeURIComponent(id)}/events`);
  expect(answer.json().code).toMatch(/^(lab-unknown|not-found)$/);
});

test.each([
  ["8", "the public name as a token", annsLearner],
  ["9", "a session's name without the signature", `${annsName}x`],
  ["10", "the public name under one's own signature", `${annsLearner}.${eve.split(".").at(-1)}`],
])("attempt %s: a made-up token is nobody's: %s", async (_, __, token) => {
  const headers = { "x-session": token };
  expect(sees((await read("/api/labs/counter/events", headers)).body)).toBe(false);
  const { body } = await server.app.inject({
    method: "POST",
    url: "/api/labs/counter/commands",
    headers,
    payload: { type: "Add", data: { by: 1 } },
  });
  expect(JSON.parse(body).code).toBe("session-new");
});

test("attempt 11: a command in another's name is no command", async () => {
  const payload = { type: "Add", data: { by: 1 }, learner: annsLearner };
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/labs/counter/commands",
    headers: { "x-session": eve },
    payload,
  });
  expect(answer.json().code).toBe("request-invalid");
});

test("attempt 12: following over the WebSocket hears nobody else, also while both are at work", async () => {
  eves.send({ kind: "lab-events", id: "follow", lab: "counter" });
  await Promise.all([command(ann, "Add", { by: secret }), command(eve, "Add", { by: 2 })]);
  await eves.next(({ id, message }) => id === "follow" && message.event?.data?.by === 2);
  expect(sees(JSON.stringify(eves.answers("follow")))).toBe(false);
});

test("attempt 13: the answer to a command has no event of others at the same moment", async () => {
  const [, answer] = await Promise.all([command(ann, "Add", { by: secret }), command(eve, "Add", { by: 3 })]);
  expect(sees(answer.body)).toBe(false);
});

test("attempt 14: a request over the WebSocket cannot name a learner", async () => {
  eves.send({ kind: "lab-events", id: "named", lab: "counter", learner: annsLearner });
  const refused = await eves.next(({ kind }) => kind === "problem");
  expect(refused.code).toBe("request-invalid");
});

test("attempt 15: a cancel ends only one's own command, whatever its id", async () => {
  const anns = await TestClient.open(address, ann);
  anns.send({ kind: "lab-command", id: "wait", lab: "counter", command: { type: "Wait" } });
  const isWaiting = async () =>
    (await read("/api/labs/counter/events", { "x-session": ann })).body.includes("WaitStarted");
  await waitForCondition(isWaiting, "Ann's command");
  eves.send({ kind: "cancel", id: "wait" });
  await command(eve, "Cancel");
  const { body } = await read("/api/labs/counter/events", { "x-session": ann });
  expect(body).not.toContain("WaitEnded");
  await command(ann, "Cancel");
  expect((await anns.next(({ id }) => id === "wait")).message.kind).toBe("lab-handled");
  anns.close();
});

test("attempt 16: a reset removes one's own part only", async () => {
  const before = new Map(service.counters);
  await server.app.inject({ method: "DELETE", url: "/api/labs/counter", headers: { "x-session": eve } });
  const left = [...service.counters.keys()];
  expect(left).toEqual([`learner_${annsLearner}`]);
  expect(service.counters.get(left[0] as string)).toBe(before.get(left[0] as string));
});

test("attempt 17: no list names learners or what they do", async () => {
  for (const url of ["/api/labs", "/metrics", "/api/about"]) {
    const { body } = await read(url);
    expect(body).not.toContain(annsLearner);
  }
});
