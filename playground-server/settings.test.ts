import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("on one machine only its own names are answered, and those that are added", () => {
  const { hosts } = readSettings({ ALLOWED_HOSTS: "course.example, lab.example" }, "127.0.0.1");
  expect(hosts).toEqual(new Set(["localhost", "127.0.0.1", "[::1]", "course.example", "lab.example"]));
});

test("names and origins count however an operator writes them", () => {
  const env = { ALLOWED_HOSTS: "Course.Example", ALLOWED_ORIGINS: "https://Lab.Example/" };
  const { hosts, origins } = readSettings(env, "fd00::1");
  expect([...(hosts ?? [])]).toEqual(expect.arrayContaining(["course.example", "[fd00::1]"]));
  expect(origins).toEqual(new Set(["https://lab.example"]));
  expect(() => readSettings({ ALLOWED_ORIGINS: "lab.example" }, "localhost")).toThrow(/ALLOWED_ORIGINS/);
});

test("a server that listens everywhere answers to any name unless told which", () => {
  expect(readSettings({}, "0.0.0.0").hosts).toBeNull();
  expect(readSettings({ ALLOWED_HOSTS: "course.example" }, "0.0.0.0").hosts?.has("course.example")).toBe(
    true,
  );
});

test("there are at least three slots, and the environment may say how many", () => {
  expect(readSettings({}, "localhost").slots).toBeGreaterThanOrEqual(3);
  expect(readSettings({ SANDBOX_SLOTS: "7" }, "localhost").slots).toBe(7);
});

test.each(["0", "-1", "many", "1.5"])("SANDBOX_SLOTS=%s is refused with its name", (value) => {
  expect(() => readSettings({ SANDBOX_SLOTS: value }, "localhost")).toThrow(/SANDBOX_SLOTS/);
});

test("one address may have half of the learners' topics unless the environment says otherwise", () => {
  const { perAddress } = readSettings({ LEARNER_TOPICS: "31" }, "localhost").learnerTopics;
  expect(perAddress).toBe(16);
  const env = { LEARNER_TOPICS_PER_ADDRESS: "25" };
  expect(readSettings(env, "localhost").learnerTopics.perAddress).toBe(25);
});

test("a secret for sessions is long, or refused with how to make one", () => {
  expect(readSettings({}, "localhost").sessionSecret).toBeNull();
  const env = { SESSION_SECRET: "x".repeat(22) };
  expect(readSettings(env, "localhost").sessionSecret).toBe("x".repeat(22));
  expect(() => readSettings({ SESSION_SECRET: "secret" }, "localhost")).toThrow(/SESSION_SECRET.*openssl/);
});
