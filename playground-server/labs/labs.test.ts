import { afterEach, expect, test } from "vitest";
import type { LabEvent } from "../../engine/labs/lab-event.ts";
import { verbatimMessage } from "../../engine/sentences/message.ts";
import {
  lines,
  openTestServer,
  sessionToken,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { counterLab } from "./testing/counter-lab.ts";
import { counterService } from "./testing/counter-service.ts";

let server: TestServer;
const service = { current: counterService() };
afterEach(() => server.close());

async function open(limits: Parameters<typeof counterLab>[1] = {}, env: NodeJS.ProcessEnv = {}) {
  service.current = counterService();
  server = await openTestServer(undefined, { labs: [counterLab(service.current, limits)], env });
}

const ann = { "x-session": sessionToken("ann-who-learns-about-labs") };
const bob = { "x-session": sessionToken("bob-who-learns-about-labs") };

const command = (type: string, data?: object, headers = ann) =>
  server.app.inject({ method: "POST", url: "/api/labs/counter/commands", headers, payload: { type, data } });
async function events(headers = ann, from = 0) {
  const { body } = await server.app.inject({ url: `/api/labs/counter/events?from=${from}`, headers });
  return lines(body);
}
const typesOf = (messages: { kind: string; event?: LabEvent["event"] }[]) =>
  messages.map(({ kind, event }) => event?.type ?? kind);

test("a first command starts the service, opens the session and answers what happened", async () => {
  await open();
  const answer = await command("Add", { by: 2 });
  expect(typesOf(lines(answer.body))).toEqual([
    "LabOpening",
    "ServiceStarting",
    "ServiceStarting",
    "ServiceReady",
    "LabOpened",
    "Added",
    "lab-handled",
  ]);
  expect(lines(answer.body).at(-1)).toEqual({ kind: "lab-handled", next: 6 });
  expect(typesOf(lines((await command("Add", { by: 3 })).body))).toEqual(["Added", "lab-handled"]);
  const heard = await events();
  expect(heard[0]).toMatchObject({ kind: "lab-screen", index: 0, screen: { state: { count: 0 } } });
  expect(heard.slice(1).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(typesOf(await events(ann, 6))).toEqual(["Added"]);
});

test("the list says what a lab needs, whether it can run here, and how its commands look", async () => {
  await open();
  service.current.missing = verbatimMessage("Install it with: apt install counter");
  const { labs } = (await server.app.inject("/api/labs")).json();
  expect(labs).toMatchObject([
    {
      id: "counter",
      needs: [{ service: "counter", title: "The counter", running: false, estimateSeconds: 2 }],
      commands: { OpenLab: {}, Add: { type: "object", required: ["by"] } },
      limits: { commandsPerMinute: 60 },
    },
  ]);
  expect(labs[0].needs[0].unavailable.message).toBe("Install it with: apt install counter");
});

test("what cannot start says what to install, in the answer and in the events, and is tried again", async () => {
  await open();
  service.current.missing = verbatimMessage("Install it with: apt install counter");
  const answer = await command("OpenLab");
  const last = lines(answer.body).at(-1);
  expect(last).toMatchObject({ kind: "problem", code: "lab-service-unavailable", status: 503 });
  expect(last.detail).toBe("Install it with: apt install counter Start the lab again.");
  expect(typesOf(await events())).toEqual([
    "lab-screen",
    "LabOpening",
    "ServiceStarting",
    "ServiceUnavailable",
    "LabClosed",
  ]);
  service.current.missing = null;
  expect(typesOf(lines((await command("OpenLab")).body)).at(-2)).toBe("LabOpened");
});

test("a start that fails with an unknown error tells nothing of it", async () => {
  await open();
  service.current.failure = new Error("/secret/path");
  const { body } = await command("OpenLab");
  expect(body).toContain("The counter could not be started.");
  expect(body).not.toContain("secret");
});

test("a service that died is a sentence, and OpenLab brings it back with what it keeps", async () => {
  await open();
  await command("Add", { by: 2 });
  service.current.kill();
  await waitForCondition(async () => typesOf(await events()).at(-1) === "LabClosed");
  const [stopped, closed] = (await events()).slice(-2);
  expect(stopped.event.data.message.message).toBe("The counter stopped unexpectedly. Its spring broke.");
  expect(closed.event.data.message.message).toBe(
    "The counter stopped unexpectedly. Start it again to go on.",
  );
  await command("OpenLab");
  const { body } = await command("Add", { by: 3 });
  expect(lines(body)[0].event.data).toEqual({ by: 3, count: 5 });
  expect(service.current.starts).toBe(2);
});

test("a reset removes what the learner has, and the events begin anew", async () => {
  await open();
  await command("Add", { by: 2 });
  const answer = await server.app.inject({ method: "DELETE", url: "/api/labs/counter", headers: ann });
  expect(answer.json()).toEqual({ kind: "lab-handled", next: 7 });
  expect(service.current.counters.size).toBe(0);
  const [screen, ...rest] = await events();
  expect(screen).toMatchObject({ index: 6, screen: { status: { phase: "open" }, state: { count: 0 } } });
  expect(typesOf(rest)).toEqual(["LabReset"]);
});

test("a reset gives up the command under way, and those that wait", async () => {
  await open();
  const wait = command("Wait");
  const behind = command("Add", { by: 1 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "WaitStarted");
  await server.app.inject({ method: "DELETE", url: "/api/labs/counter", headers: ann });
  for (const answer of [await wait, await behind]) {
    expect(answer.body).toContain('"lab-stopped"');
    expect(answer.body).toContain("The lab was reset in the meantime.");
  }
  expect(service.current.counters.size).toBe(0);
});

test("commands wait for the one before them, except those that a lab does at any time", async () => {
  await open();
  const wait = command("Wait");
  const add = command("Add", { by: 1 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "WaitStarted");
  await command("Cancel");
  await Promise.all([wait, add]);
  expect(typesOf(await events()).slice(-3)).toEqual(["WaitStarted", "WaitEnded", "Added"]);
});

test("an unknown lab, command or member is refused by its name", async () => {
  await open();
  expect((await server.app.inject({ url: "/api/labs/nothing/events", headers: ann })).json()).toMatchObject({
    code: "lab-unknown",
    status: 404,
  });
  expect((await command("Explode")).json()).toMatchObject({
    code: "request-invalid",
    detail:
      "The lab has no command Explode. Its commands are OpenLab, Add, Wait, Cancel, Fill. Compare it with /api/openapi.json.",
  });
  expect((await command("Add", { by: 1, path: "/etc/passwd" })).json().code).toBe("request-invalid");
  expect((await command("constructor")).json().code).toBe("request-invalid");
});

test("a lab may refuse what it reads, in its own words", async () => {
  await open();
  await command("OpenLab");
  const answer = await command("Add", { by: 101 });
  expect(answer.json()).toMatchObject({ code: "lab-refused", status: 409 });
  expect(answer.json().detail).toMatch(/^101 is more than 100\./);
});

test("a session that is new gets its token first", async () => {
  await open();
  expect((await command("OpenLab", undefined, {} as typeof ann)).json().code).toBe("session-new");
});

test("commands beyond a lab's rate are refused with the seconds to wait", async () => {
  await open({ commandsPerMinute: 3 });
  for (let n = 0; n < 3; n++) await command("Add", { by: 1 });
  const answer = await command("Add", { by: 1 });
  expect(answer.json().code).toBe("lab-command-quota");
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await command("Add", { by: 1 }, bob)).statusCode).toBe(200);
});

test("when all places are taken, one more lab is refused, and open ones go on", async () => {
  await open({}, { LAB_SESSIONS: "1" });
  await command("OpenLab");
  expect((await command("OpenLab", undefined, bob)).json()).toMatchObject({ code: "labs-full", status: 503 });
  expect((await command("Add", { by: 1 })).statusCode).toBe(200);
});

test("an idle lab is closed and says so; the next command opens it with what was made in it", async () => {
  await open({}, { LAB_IDLE_SECONDS: "1", LAB_SERVICE_IDLE_SECONDS: "1" });
  await command("Add", { by: 2 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "LabClosed");
  expect((await events()).at(-1).event.data.reason).toBe("idle");
  await waitForCondition(() => service.current.stops === 1);
  const { body } = await command("Add", { by: 3 });
  expect(lines(body).at(-2).event.data.count).toBe(5);
});

test("old events are kept as a screen, so that whoever reads later sees the same", async () => {
  await open({ events: 8 });
  for (let n = 0; n < 20; n++) await command("Add", { by: 1 });
  const [first, ...rest] = await events();
  expect(rest.length).toBeLessThanOrEqual(8);
  expect(first.screen.state.count + rest.filter(({ event }) => event.type === "Added").length).toBe(20);
  expect(first.screen.status.phase).toBe("open");
});

test("an event that is too large is no event", async () => {
  await open();
  await command("OpenLab");
  expect((await command("Fill", { bytes: 70_000 })).json().code).toBe("internal");
  expect(typesOf(await events()).at(-1)).toBe("LabOpened");
});

test("a close of the server closes sessions, and then the services", async () => {
  await open();
  await command("OpenLab");
  await server.playground.close();
  expect(service.current.stops).toBe(1);
});

test("labs that the operator has not named are off", async () => {
  await open({}, { LABS: "database" });
  expect((await server.app.inject("/api/labs")).json()).toEqual({ labs: [] });
  expect((await command("OpenLab")).json().code).toBe("lab-unknown");
});
