import { expect, test, vi } from "vitest";
import type { Caller } from "../caller.ts";
import { readSettings } from "../settings.ts";
import { silentLogger } from "../testing/test-playground.ts";
import { WorkUnderWay } from "../work-under-way.ts";
import { labLimits } from "./limits.ts";
import { LabServices } from "./services.ts";
import { LabSessions } from "./sessions.ts";
import { counterLab } from "./testing/counter-lab.ts";
import { counterService } from "./testing/counter-service.ts";

const never = new AbortController().signal;

function openSessions(env: NodeJS.ProcessEnv = {}, idleSeconds = 60) {
  const settings = readSettings(env, "127.0.0.1").labs;
  // The counter needs no Kafka and no folder.
  const log = {} as never;
  const services = new LabServices({ dataDir: "/nowhere", env, log, idleSeconds, logger: silentLogger });
  const service = counterService();
  const sessions = new LabSessions({
    list: [counterLab(service)],
    services,
    log,
    work: new WorkUnderWay(),
    settings,
  });
  const add = (caller: Caller) =>
    sessions.handle("counter", { type: "Add", data: { by: 1 } }, caller, () => {}, {
      wantsEvents: false,
      signal: never,
    });
  return { sessions, add, service };
}

const callerOf = (n: number): Caller => ({
  learner: n.toString(16).padStart(32, "0"),
  returned: true,
  address: "127.0.0.1",
  page: "http",
});

test("the events of the lab that was used longest ago are forgotten first", async () => {
  const { sessions, add } = openSessions({ LAB_SESSIONS: "1000" });
  const callers = Array.from({ length: labLimits.histories + 2 }, (_, n) => callerOf(n));
  const [first, second] = callers as [Caller, Caller];
  const counted = (caller: Caller) => sessions.read("counter", 0, caller).length - 1;
  for (const caller of callers.slice(0, -1)) await add(caller);
  // Open labs are never forgotten, however many they are.
  expect(counted(first)).toBeGreaterThan(0);
  await sessions.closeAll();
  await add(second);
  await add(callers.at(-1) as Caller);
  expect(counted(first)).toBe(0);
  expect(counted(second)).toBeGreaterThan(0);
  await sessions.close();
});

test("learners who come at the same moment share the places that there are", async () => {
  const { sessions, add } = openSessions({ LAB_SESSIONS: "2" });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((n) => add(callerOf(n))));
  const refused = outcomes.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  expect(refused.map(({ reason }) => reason.code)).toEqual(["labs-full", "labs-full"]);
  expect(sessions.open).toBe(2);
  await sessions.close();
});

test("a system that nobody uses stops once, and whoever comes then gets one that runs", async () => {
  const { sessions, add, service } = openSessions({ LAB_SESSIONS: "10" }, 0);
  for (let n = 1; n <= 3; n++) {
    await add(callerOf(n));
    await sessions.closeAll();
    // The idle time is over at once: the next learner comes before the system stops, or after it.
    if (n === 2) await vi.waitFor(() => expect(service.stops).toBeGreaterThan(0));
  }
  await sessions.close();
  expect(service.starts).toBe(service.stops);
});

test("whoever only looks leaves nothing behind", async () => {
  const { sessions } = openSessions();
  const looking = new AbortController();
  const followed = sessions.follow("counter", 0, callerOf(1), () => {}, looking.signal);
  looking.abort();
  await followed;
  expect(sessions.kept).toBe(0);
});

test("two commands at once open one session", async () => {
  const { sessions, add } = openSessions();
  await Promise.all([add(callerOf(1)), add(callerOf(1)), add(callerOf(2))]);
  expect(sessions.open).toBe(2);
  const opened = sessions
    .read("counter", 0, callerOf(1))
    .filter((message) => message.kind === "lab-event" && message.event.type === "LabOpened");
  expect(opened).toHaveLength(1);
  await sessions.close();
  expect(sessions.open).toBe(0);
});
