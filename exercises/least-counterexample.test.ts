/** @module-tag full */
import { expect, test } from "vitest";
import { foldCasesIn } from "../engine/grading/fold-cases.ts";
import { Grader } from "../engine/grading/grader.ts";
import { sizeOf } from "../engine/grading/removable-case-parts.ts";
import type { CheckOutcome } from "../engine/protocol/response-types.ts";
import { loadNodeEngine } from "../engine/sandbox/node-engine.ts";
import { openPack, readExercise } from "./catalog.ts";
import { EveryLog, reducerOf } from "./testing/every-log.ts";
import { alphabets, sourceOf, tenMistakes } from "./testing/ten-mistakes.ts";

const fold = foldCasesIn(await loadNodeEngine());
const pack = await openPack();

test.each(tenMistakes)(
  "$exercise, $name: shown by a log of $least, and of all smaller logs none shows it",
  async (mistake) => {
    const exercise = await readExercise(pack, mistake.exercise);
    const wrong = sourceOf(mistake, exercise.solution);
    let failed: CheckOutcome | undefined;
    await new Grader(exercise, fold, 1).grade(wrong, (message) => {
      if (message.kind === "check" && !message.passed) failed = message;
    });
    expect(sizeOf(failed?.counterexample ?? { records: [] })).toBe(mistake.least);

    const { checks, solution } = exercise;
    const search = new EveryLog(
      alphabets[mistake.exercise] ?? [],
      checks,
      reducerOf(solution),
      reducerOf(wrong),
    );
    for (let length = 1; length < mistake.least; length++) {
      expect(search.firstFailing(failed?.id ?? "", length)).toBeUndefined();
    }
    // The same search does find the log of this size: it is the size that keeps it from finding a smaller one.
    expect(search.firstFailing(failed?.id ?? "", mistake.least)).toBeDefined();
  },
);
