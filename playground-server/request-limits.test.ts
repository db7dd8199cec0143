import { expect, test } from "vitest";
import { requestLimits } from "../engine/protocol/request-limits.ts";
import { checkBody, runBody } from "../engine/protocol/request-schemas.ts";
import { limits } from "../engine/sandbox/limits.ts";
import { Refusal } from "./errors.ts";
import { parseRequest } from "./parse-request.ts";

const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

const record = { key: "k", event: { type: "Added", data: null } };
const runOverRecord = (part: object) => ({ source: "", log: { records: [{ ...record, ...part }] } });
const { event: _, ...bare } = record;

const bodies: [name: keyof typeof requestLimits, body: (size: number) => unknown][] = [
  ["jsonDepth", (levels) => ({ source: "", args: [deep(levels)] })],
  ["commands", (count) => ({ source: "", commands: many(count, { type: "Add", data: null }) })],
  ["args", (count) => ({ source: "", args: many(count, 1) })],
  [
    "slicePartitions",
    (count) => ({
      source: "",
      log: { topic: "course.carts", partitions: many(count, 0).map((_, partition) => ({ partition })) },
    }),
  ],
  ["keyCharacters", (length) => runOverRecord({ key: "k".repeat(length) })],
  [
    "givenValueCharacters",
    (length) => ({ source: "", log: { records: [{ ...bare, value: "x".repeat(length) }] } }),
  ],
];

test.each(bodies)("%s", (name, body) => {
  expect(() => parseRequest(runBody, body(requestLimits[name]))).not.toThrow();
  expect(() => parseRequest(runBody, body(requestLimits[name] + 1))).toThrow(Refusal);
});

test("predictions", () => {
  const predicted = (count: number) => ({ exercise: "e", predicted: many(count, { index: 0, state: null }) });
  expect(() => parseRequest(checkBody, predicted(requestLimits.predictions))).not.toThrow();
  expect(() => parseRequest(checkBody, predicted(requestLimits.predictions + 1))).toThrow(Refusal);
});

test("expressionCharacters", () => {
  const watch = (length: number) => ({ source: "", watches: ["1".repeat(length)] });
  expect(() => parseRequest(runBody, watch(limits.expressionCharacters))).not.toThrow();
  expect(() => parseRequest(runBody, watch(limits.expressionCharacters + 1))).toThrow(Refusal);
});

test("watches", () => {
  const watches = (count: number) => ({ source: "", watches: many(count, "state") });
  expect(() => parseRequest(runBody, watches(limits.watches))).not.toThrow();
  expect(() => parseRequest(runBody, watches(limits.watches + 1))).toThrow(Refusal);
});

test("every limit of a request is tried", () => {
  const byText = ["textDepth", "textValues", "keysInOneObject"];
  const tried = [...bodies.map(([name]) => name), "predictions", ...byText];
  expect(tried.toSorted()).toEqual(Object.keys(requestLimits).toSorted());
});
