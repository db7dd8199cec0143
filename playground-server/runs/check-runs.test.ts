import { expect, test } from "vitest";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { type Exercise, readCatalog } from "../../exercises/catalog.ts";
import { Refusal } from "../errors.ts";
import { CheckRuns } from "./check-runs.ts";
import type { ManyFolds, Runner } from "./runner.ts";

const engine = await loadNodeEngine();
const exercise = (await readCatalog()).exercises.find(({ id }) => id === "cart-read-only") as Exercise;
const ticket = { session: "s", account: "s", address: "s", kind: "check", place: "page" } as const;
const open = new AbortController().signal;

test("a check run that is refused for the queue does not throw away what is known of the solution", async () => {
  let busy = false;
  let solutionFolds = 0;
  const fold = async ({ shared, requests }: ManyFolds): Promise<TraceMessage[][]> => {
    if (shared.source === exercise.solution) solutionFolds++;
    const traces: TraceMessage[][] = [];
    for (const own of requests) {
      const messages: TraceMessage[] = [];
      await engine.run({ ...shared, ...own }, (message) => messages.push(message));
      traces.push(messages);
    }
    return traces;
  };
  const folds: Pick<Runner, "folds"> = {
    async folds(_, work) {
      if (busy) throw new Refusal("busy");
      return work(fold);
    },
  };
  const checks = new CheckRuns(folds as Runner);
  const check = () => checks.check(ticket, exercise, { source: exercise.starter }, () => {}, open);

  await check();
  const once = solutionFolds;
  busy = true;
  await expect(check()).rejects.toMatchObject({ code: "busy" });
  busy = false;
  await check();
  // The smallest failing log is looked for anew each time; what was folded of the exercise is not folded again.
  expect(solutionFolds - once).toBeLessThan(once);
});
