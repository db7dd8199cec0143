import { expect, test } from "vitest";
import type { CheckEnd } from "../engine/protocol/response-types.ts";
import { SolutionAccess } from "./solution-access.ts";

const cart = { id: "cart", form: "code", starter: "the starter" } as const;
const end = (part: Partial<CheckEnd>): CheckEnd => ({
  kind: "end",
  verdict: "ok",
  passed: false,
  message: "",
  records: 8,
  logs: 0,
  seed: 0,
  ...part,
});
const passes = end({ passed: true });
const fails = end({});

test("a pass earns the solution, for this session and this exercise only", () => {
  const earned = new SolutionAccess();
  earned.note("ada", cart, { source: "right" }, passes);
  expect(earned.how("ada", "cart")).toBe("passed");
  expect(earned.how("ada", "chess")).toBeNull();
  expect(earned.how("bob", "cart")).toBeNull();
});

test("three different answers that ran and failed earn it too", () => {
  const earned = new SolutionAccess();
  for (const source of ["a", "b", "a // with a remark", "the starter"])
    earned.note("ada", cart, { source }, fails);
  earned.note("ada", cart, { source: "no program" }, end({ verdict: "compile-error" }));
  expect(earned.how("ada", "cart")).toBeNull();
  earned.note("ada", cart, { source: "c" }, fails);
  expect(earned.how("ada", "cart")).toBe("tried");
  earned.note("ada", cart, { source: "right" }, passes);
  expect(earned.how("ada", "cart")).toBe("passed");
});

test("what a check says before its end earns nothing", () => {
  const earned = new SolutionAccess();
  const check = { kind: "check", id: "removal", title: "", passed: true, message: "" } as const;
  earned.note("ada", cart, { source: "right" }, check);
  expect(earned.how("ada", "cart")).toBeNull();
});

test("right predictions earn the solution only where the exercise is answered by them", () => {
  const earned = new SolutionAccess();
  const predicted = [{ index: 0, state: 1 }];
  earned.note("ada", cart, { predicted }, passes);
  expect(earned.how("ada", "cart")).toBeNull();
  earned.note("ada", { ...cart, form: "predict" }, { predicted }, passes);
  expect(earned.how("ada", "cart")).toBe("passed");
});

test("the session whose last check is longest ago is forgotten first", () => {
  const earned = new SolutionAccess(2);
  for (const learner of ["ada", "bob", "ada", "cyd"]) earned.note(learner, cart, { source: "right" }, passes);
  expect(["ada", "bob", "cyd"].map((learner) => earned.how(learner, "cart"))).toEqual([
    "passed",
    null,
    "passed",
  ]);
});
