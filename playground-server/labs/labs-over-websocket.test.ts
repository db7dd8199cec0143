import { afterEach, beforeEach, expect, test } from "vitest";
import {
  openTestServer,
  sessionToken,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { counterLab } from "./testing/counter-lab.ts";
import { counterService } from "./testing/counter-service.ts";

const session = sessionToken("ann-who-has-an-open-socket");
const service = counterService();
let server: TestServer;
let address: string;
let client: TestClient;

beforeEach(async () => {
  server = await openTestServer(undefined, { labs: [counterLab(service)] });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, session);
});
afterEach(async () => {
  client.close();
  await server.close();
});

const send = (type: string, data?: object, id = type) =>
  client.send({ kind: "lab-command", id, lab: "counter", command: { type, data } });
const answer = async (id: string) => (await client.next((heard) => heard.id === id)).message;

test("a page follows its lab from the start, and hears what its commands and other pages do", async () => {
  client.send({ kind: "lab-events", id: "follow", lab: "counter" });
  expect(await answer("follow")).toMatchObject({ kind: "lab-screen", index: 0 });
  send("Add", { by: 2 });
  expect(await answer("Add")).toEqual({ kind: "lab-handled", next: 6 });
  const other = await TestClient.open(address, session);
  other.send({ kind: "lab-events", id: "follow", lab: "counter", from: 5 });
  await other.next(({ message }) => message?.event?.type === "Added");
  send("Add", { by: 3 }, "again");
  await other.next(({ message }) => message?.event?.data?.count === 5);
  expect(other.answers("follow").map(({ kind, index }) => [kind, index])).toEqual([
    ["lab-event", 5],
    ["lab-event", 6],
  ]);
  other.close();
});

test("a page that is closed in the middle of a command finds its outcome when it is opened again", async () => {
  send("Wait");
  client.send({ kind: "lab-events", id: "follow", lab: "counter" });
  await client.next(({ message }) => message?.event?.type === "WaitStarted");
  client.close();
  client = await TestClient.open(address, session);
  send("Cancel");
  client.send({ kind: "lab-events", id: "follow", lab: "counter" });
  const ended = await client.next(({ message }) => message?.event?.type === "WaitEnded");
  expect(ended.message.event.data).toEqual({ cancelled: true });
});

test("a reset is answered when it is done, and a refusal as a problem", async () => {
  send("Add", { by: 2 });
  await answer("Add");
  client.send({ kind: "lab-reset", id: "reset", lab: "counter" });
  expect(await answer("reset")).toEqual({ kind: "lab-handled", next: 7 });
  expect(service.counters.size).toBe(0);
  send("Explode");
  expect(await answer("Explode")).toMatchObject({ kind: "problem", code: "request-invalid" });
});

test("a stop of the server gives up a command and ends whoever follows", async () => {
  client.send({ kind: "lab-events", id: "follow", lab: "counter" });
  send("Wait");
  await client.next(({ message }) => message?.event?.type === "WaitStarted");
  const over = server.playground.work.stop({ workMilliseconds: 100, answerMilliseconds: 1_000 });
  await client.next(({ message }) => message?.event?.type === "WaitEnded");
  await over;
});

test("events that are followed over HTTP end when the server stops", async () => {
  const answered = await fetch(`${address}/api/labs/counter/events?follow=true`, {
    headers: { "x-session": session },
  });
  const text = answered.text();
  await waitForCondition(() => answered.ok);
  await server.playground.work.stop({ workMilliseconds: 30_000, answerMilliseconds: 1_000 });
  expect(JSON.parse((await text).split("\n")[0] as string).kind).toBe("lab-screen");
});

test("metrics count commands, open labs and running systems", async () => {
  send("Add", { by: 2 });
  await answer("Add");
  const { body } = await server.app.inject("/metrics");
  expect(body).toContain('offset_zero_lab_commands_total{lab="counter"} 1');
  expect(body).toContain("offset_zero_labs_open 1");
  expect(body).toContain("offset_zero_lab_services 1");
});
