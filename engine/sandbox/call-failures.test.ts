import { expect, test } from "vitest";
import { failureOf } from "./call-failures.ts";
import { engineFault } from "./fold-failures.ts";

test("an answer that cannot be read says whose built-ins were replaced, and what to do", () => {
  const { verdict, message } = failureOf({ kind: "unreadable" }, "evolve", "");
  expect(verdict).toBe("result-unreadable");
  expect(message).toMatch(/`evolve`.*your code replaced.*Do not change the built-ins\.$/);
});

test("a fault of ours says that nothing is lost, and nothing of the engine", () => {
  expect(engineFault()).toEqual({
    verdict: "engine-fault",
    message: "The engine crashed during this run. Your code is kept. Run again.",
    sentences: [{ code: "engine-crashed", params: {} }],
  });
});
