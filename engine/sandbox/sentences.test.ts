import { expect, test } from "vitest";
import { stopOf } from "./sentences.ts";
import { engineFault } from "./stops.ts";

test("an answer that cannot be read says whose built-ins were replaced, and what to do", () => {
  const { verdict, message } = stopOf({ kind: "unreadable" }, "evolve", "");
  expect(verdict).toBe("result-unreadable");
  expect(message).toMatch(/`evolve`.*your code replaced.*Leave the built-ins as they are\.$/);
});

test("a fault of ours says that nothing is lost, and nothing of the engine", () => {
  expect(engineFault()).toEqual({
    verdict: "engine-fault",
    message: "The engine broke down on this run. Nothing is lost; run it again.",
  });
});
