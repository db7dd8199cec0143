import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
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
import { type CounterService, counterService } from "./testing/counter-service.ts";

type Limits = Parameters<typeof counterLab>[1];

const ann = { "x-session": sessionToken("ann-who-learns-about-labs") };
const bob = { "x-session": sessionToken("bob-who-learns-about-labs") };

/** Labs of one server: each test has one of its own, with a service of its own. */
const sets = { plain: 15, slow: 1, short: 1 };
const limitsOf: Record<keyof typeof sets, Limits> = {
  plain: {},
  slow: { commandsPerMinute: 3 },
  short: { events: 8 },
};
const services = new Map<string, CounterService>();
const labs = Object.entries(sets).flatMap(([name, count]) =>
  Array.from({ length: count }, (_, n) => {
    const service = counterService();
    service.id = `${name}-${n}`;
    services.set(service.id, service);
    return counterLab(service, limitsOf[name as keyof typeof sets], service.id);
  }),
);

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, { labs });
});
afterAll(() => server.close());

const used = new Map<string, number>();

/** A lab that no other test uses. */
function takeLab(set: keyof typeof sets = "plain") {
  const n = used.get(set) ?? 0;
  used.set(set, n + 1);
  const id = `${set}-${n}`;
  const service = services.get(id);
  if (!service) throw new Error(`There are too few labs: raise the number of ${set} ones.`);
  return { ...asking(server, id), service };
}

/** A lab on a server with settings of its own. */
async function openLabWith(env: NodeJS.ProcessEnv) {
  const service = counterService();
  const own = await openTestServer(undefined, { labs: [counterLab(service)], env });
  onTestFinished(() => own.close());
  return { ...asking(own, "counter"), service, close: () => own.playground.close() };
}

/** Ways to ask for something in a lab. */
function asking({ app }: TestServer, id: string) {
  const command = (type: string, data?: object, headers = ann) =>
    app.inject({ method: "POST", url: `/api/labs/${id}/commands`, headers, payload: { type, data } });
  const events = async (from = 0) =>
    lines((await app.inject({ url: `/api/labs/${id}/events?from=${from}`, headers: ann })).body);
  const reset = () => app.inject({ method: "DELETE", url: `/api/labs/${id}`, headers: ann });
  const list = async () => (await app.inject("/api/labs")).json().labs;
  return { id, command, events, reset, list };
}

const typesOf = (messages: { kind: string; event?: LabEvent["event"] }[]) =>
  messages.map(({ kind, event }) => event?.type ?? kind);

test("a first command starts the service, opens the session and answers what happened", async () => {
  const { command, events } = takeLab();
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
  expect(typesOf(await events(6))).toEqual(["Added"]);
});

test("the list says what a lab needs, whether it can run here, and how its commands look", async () => {
  const { id, service, list } = takeLab();
  service.missing = verbatimMessage("Install it with: apt install counter");
  const listed = await list();
  expect(listed.map((lab: { id: string }) => lab.id)).toEqual(labs.map((lab) => lab.id));
  const lab = listed.find((each: { id: string }) => each.id === id);
  expect(lab).toMatchObject({
    needs: [{ service: id, title: "The counter", running: false, estimateSeconds: 2 }],
    commands: { OpenLab: {}, Add: { type: "object", required: ["by"] } },
    limits: { commandsPerMinute: 60 },
  });
  expect(lab.needs[0].unavailable.message).toBe("Install it with: apt install counter");
});

test("what cannot start says what to install, in the answer and in the events, and is tried again", async () => {
  const { service, command, events } = takeLab();
  service.missing = verbatimMessage("Install it with: apt install counter");
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
  service.missing = null;
  expect(typesOf(lines((await command("OpenLab")).body)).at(-2)).toBe("LabOpened");
});

test("a start that fails with an unknown error tells nothing of it", async () => {
  const { service, command } = takeLab();
  service.failure = new Error("/secret/path");
  const { body } = await command("OpenLab");
  expect(body).toContain("The counter could not be started.");
  expect(body).not.toContain("secret");
});

test("a service that died is a sentence, and OpenLab brings it back with what it keeps", async () => {
  const { service, command, events } = takeLab();
  await command("Add", { by: 2 });
  service.kill();
  await waitForCondition(async () => typesOf(await events()).at(-1) === "LabClosed");
  const [stopped, closed] = (await events()).slice(-2);
  expect(stopped.event.data.message.message).toBe("The counter stopped unexpectedly. Its spring broke.");
  expect(closed.event.data.message.message).toBe(
    "The counter stopped unexpectedly. Its spring broke. Start it again to go on.",
  );
  await command("OpenLab");
  const { body } = await command("Add", { by: 3 });
  expect(lines(body)[0].event.data).toEqual({ by: 3, count: 5 });
  expect(service.starts).toBe(2);
});

test("a reset removes what the learner has, and the events begin anew", async () => {
  const { service, command, events, reset } = takeLab();
  await command("Add", { by: 2 });
  const answer = await reset();
  expect(answer.json()).toEqual({ kind: "lab-handled", next: 7 });
  expect(service.counters.size).toBe(0);
  const [screen, ...rest] = await events();
  expect(screen).toMatchObject({ index: 6, screen: { status: { phase: "open" }, state: { count: 0 } } });
  expect(typesOf(rest)).toEqual(["LabReset"]);
});

test("a reset gives up the command under way, and those that wait", async () => {
  const { service, command, events, reset } = takeLab();
  const wait = command("Wait");
  const behind = command("Add", { by: 1 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "WaitStarted");
  await reset();
  for (const answer of [await wait, await behind]) {
    expect(answer.body).toContain('"lab-stopped"');
    expect(answer.body).toContain("The lab was reset in the meantime.");
  }
  expect(service.counters.size).toBe(0);
});

test("commands wait for the one before them, except those that a lab does at any time", async () => {
  const { command, events } = takeLab();
  const wait = command("Wait");
  const add = command("Add", { by: 1 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "WaitStarted");
  await command("Cancel");
  await Promise.all([wait, add]);
  expect(typesOf(await events()).slice(-3)).toEqual(["WaitStarted", "WaitEnded", "Added"]);
});

test("an unknown lab, command or member is refused by its name", async () => {
  const { command } = takeLab();
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
  const { command } = takeLab();
  await command("OpenLab");
  const answer = await command("Add", { by: 101 });
  expect(answer.json()).toMatchObject({ code: "lab-refused", status: 409 });
  expect(answer.json().detail).toMatch(/^101 is more than 100\./);
});

test("a session that is new gets its token first", async () => {
  const { command } = takeLab();
  expect((await command("OpenLab", undefined, {} as typeof ann)).json().code).toBe("session-new");
});

test("commands beyond a lab's rate are refused with the seconds to wait", async () => {
  const { command } = takeLab("slow");
  for (let n = 0; n < 3; n++) await command("Add", { by: 1 });
  const answer = await command("Add", { by: 1 });
  expect(answer.json().code).toBe("lab-command-quota");
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await command("Add", { by: 1 }, bob)).statusCode).toBe(200);
});

test("when all places are taken, one more lab is refused, and open ones go on", async () => {
  const { command } = await openLabWith({ LAB_SESSIONS: "1" });
  await command("OpenLab");
  expect((await command("OpenLab", undefined, bob)).json()).toMatchObject({ code: "labs-full", status: 503 });
  expect((await command("Add", { by: 1 })).statusCode).toBe(200);
});

test("one address takes a limited number of the places", async () => {
  const { command } = await openLabWith({ LAB_SESSIONS: "5", LAB_SESSIONS_PER_ADDRESS: "1" });
  await command("OpenLab");
  const { code, detail } = (await command("OpenLab", undefined, bob)).json();
  expect(code).toBe("labs-full");
  expect(detail).toContain("Your network address has 1 open lab");
});

test("an idle lab is closed and says so; the next command opens it with what was made in it", async () => {
  const { command, events, service } = await openLabWith({
    LAB_IDLE_SECONDS: "1",
    LAB_SERVICE_IDLE_SECONDS: "1",
  });
  await command("Add", { by: 2 });
  await waitForCondition(async () => typesOf(await events()).at(-1) === "LabClosed");
  expect((await events()).at(-1).event.data.reason).toBe("idle");
  await waitForCondition(() => service.stops === 1);
  const { body } = await command("Add", { by: 3 });
  expect(lines(body).at(-2).event.data.count).toBe(5);
});

test("old events are kept as a screen, so that whoever reads later sees the same", async () => {
  const { command, events } = takeLab("short");
  for (let n = 0; n < 20; n++) await command("Add", { by: 1 });
  const [first, ...rest] = await events();
  expect(rest.length).toBeLessThanOrEqual(8);
  expect(first.screen.state.count + rest.filter(({ event }) => event.type === "Added").length).toBe(20);
  expect(first.screen.status.phase).toBe("open");
});

test("an event that is too large is no event", async () => {
  const { command, events } = takeLab();
  await command("OpenLab");
  expect((await command("Fill", { bytes: 70_000 })).json().code).toBe("internal");
  expect(typesOf(await events()).at(-1)).toBe("LabOpened");
});

test("a close of the server closes sessions, and then the services", async () => {
  const { command, service, close } = await openLabWith({});
  await command("OpenLab");
  await close();
  expect(service.stops).toBe(1);
});

test("labs that the operator has not named are off", async () => {
  const { command, list } = await openLabWith({ LABS: "database" });
  expect(await list()).toEqual([]);
  expect((await command("OpenLab")).json().code).toBe("lab-unknown");
});
