import { expect, test } from "vitest";
import { entryOf, eventVersions } from "./derived-keys.ts";
import { layOut } from "./topics.ts";

test.each([
  ["export function initialState() {}\nexport function evolve() {}", { kind: "reducer" }],
  ["export const decide = () => [];\nexport function evolve() {}", { kind: "decider" }],
  ["export function upcast() {}\nexport function evolve() {}", { kind: "upcaster" }],
  ["export const page = {\n  initialView() {},\n  project() {},\n};", { kind: "projector" }],
  ["function helper() {}\nexport function byDay() {}", { kind: "call", name: "byDay" }],
])("the exports of a solution say what it is: %j", (solution, entry) => {
  expect(entryOf(undefined, solution, "jar/solution.ts")).toEqual(entry);
  expect(entryOf({ kind: "reducer" }, solution, "jar/solution.ts")).toEqual({ kind: "reducer" });
});

test("exports that say nothing are named", () => {
  expect(() => entryOf(undefined, "export const a = 1;\nexport const b = 2;", "jar/solution.ts")).toThrow(
    "jar/solution.ts exports a, b, so the kind of the exercise is not clear.",
  );
});

const event = (type: string, version?: number) => ({
  key: "k",
  event: {
    type,
    data: {},
    metadata: { id: `${type}${version}`, occurredAt: "2026-01-01T00:00:00Z", version },
  },
});
const records = layOut("course.jar", 1, [event("Baked"), event("Baked", 2), event("Eaten")]);

test("events are what events.d.ts declares, each in the highest version of the log", () => {
  const declared = 'type E = EventOf<"Baked", { n: number }> | EventOf<\n  "Sold", {}>;';
  expect(eventVersions(undefined, declared, records)).toEqual({ Baked: 2, Sold: 1 });
  expect(eventVersions(undefined, "", records)).toEqual({ Baked: 2, Eaten: 1 });
  expect(eventVersions({ Baked: 7 }, declared, records)).toEqual({ Baked: 7 });
});
