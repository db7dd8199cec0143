import { expect, test } from "vitest";
import { readAnswer } from "./sandbox-answer-schema.ts";

const step = {
  kind: "step",
  index: 0,
  position: { topic: "t", partition: 0, offset: 0 },
  key: "k",
  event: { type: "A", data: { __proto__: null } },
  console: [],
  patch: [{ op: "add", path: "/n", value: { deep: [1, null] } }],
};
const read = (message: unknown) => readAnswer(JSON.stringify({ kind: "message", request: 0, message }));

test("a step of the engine passes as it is", () => {
  expect(read(step)).toEqual({ kind: "message", request: 0, message: JSON.parse(JSON.stringify(step)) });
});

test.each([
  ["a patch with an unknown operation", { ...step, patch: [{ op: "copy", from: "/a", path: "/b" }] }],
  ["a field nobody knows", { ...step, extra: 1 }],
  ["a console line of a megabyte", { ...step, console: ["x".repeat(1_000_000)] }],
  [
    "a verdict that does not exist",
    { kind: "end", verdict: "fine", message: "", at: null, state: 0, steps: 0, skipped: 0 },
  ],
  ["a message of another kind", { kind: "shout" }],
])("%s is not taken from a sandbox process", (_, message) => {
  expect(read(message)).toBeNull();
});

const readLit = (message: unknown) => readAnswer(JSON.stringify({ kind: "lit", message }));

test("lines of the engine pass as they are, those before the first step too", () => {
  const message = { kind: "lines", index: -1, lines: [1, 12] };
  expect(readLit(message)).toEqual({ kind: "lit", message });
  const end = { kind: "end", missing: null, message: "" };
  expect(readLit(end)).toEqual({ kind: "lit", message: end });
});

test.each([
  ["a line before the first", { kind: "lines", index: 0, lines: [0] }],
  ["a line that no source has", { kind: "lines", index: 0, lines: [70_000] }],
  ["a text for a line", { kind: "lines", index: 0, lines: ["1"] }],
  ["a reason that does not exist", { kind: "end", missing: "mood", message: "" }],
  ["a verdict", { kind: "end", missing: null, message: "", verdict: "ok" }],
])("%s is not taken for lines", (_, message) => {
  expect(readLit(message)).toBeNull();
});

test.each(["", "{", "null", "[]", '{"kind":"done"}'])("the line %j is no answer", (line) => {
  expect(readAnswer(line)).toBeNull();
});
