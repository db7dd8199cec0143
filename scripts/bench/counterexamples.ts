import { setImmediate } from "node:timers/promises";
import { foldCasesIn } from "../../engine/grading/fold-cases.ts";
import { Grader } from "../../engine/grading/grader.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { openPack, readExercise } from "../../exercises/catalog.ts";
import { sourceOf, tenMistakes } from "../../exercises/testing/ten-mistakes.ts";
import type { Measurement } from "./measurement.ts";
import { medianRow, type Row } from "./result-table.ts";

const rounds = 3;

/** From a wrong answer to the smallest log that shows it, for ten mistakes: each by a grader that knows no trace yet. */
export const counterexamples: Measurement = {
  name: "counterexamples",
  async measure(_, { mostRounds }): Promise<Row[]> {
    const fold = foldCasesIn(await loadNodeEngine());
    const pack = await openPack();
    const slowest: number[] = [];
    for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
      const times: number[] = [];
      for (const mistake of tenMistakes) {
        const exercise = await readExercise(pack, mistake.exercise);
        const grader = new Grader(exercise, fold, round);
        const since = performance.now();
        await grader.grade(sourceOf(mistake, exercise.solution), () => {});
        times.push(performance.now() - since);
        // The folds run in this thread: without a pause a signal would not be heard before the last of them.
        await setImmediate();
      }
      slowest.push(Math.max(...times));
    }
    return [
      medianRow("smallest log for a wrong answer, the slowest of ten", "ms", slowest, { atMost: 2_000 }),
    ];
  },
};
