import { foldCasesIn } from "../../engine/grading/fold-cases.ts";
import { Grader } from "../../engine/grading/grade.ts";
import { loadEngine } from "../../engine/sandbox/node.ts";
import { openPack, readExercise } from "../../exercises/shelf.ts";
import { sourceOf, tenMistakes } from "../../exercises/testing/ten-mistakes.ts";
import type { Measurement } from "./measurement.ts";
import { medianRow, type Row } from "./table.ts";

const rounds = 3;

/** From a wrong answer to the smallest log that shows it, for ten mistakes: each by a grader that knows no trace yet. */
export const counterexamples: Measurement = {
  name: "counterexamples",
  async measure(): Promise<Row[]> {
    const fold = foldCasesIn(await loadEngine());
    const pack = await openPack();
    const slowest: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const times: number[] = [];
      for (const mistake of tenMistakes) {
        const exercise = await readExercise(pack, mistake.exercise);
        const grader = new Grader(exercise, fold, round);
        const since = performance.now();
        await grader.grade(sourceOf(mistake, exercise.solution), () => {});
        times.push(performance.now() - since);
      }
      slowest.push(Math.max(...times));
    }
    return [
      medianRow("smallest log for a wrong answer, the slowest of ten", "ms", slowest, { atMost: 2_000 }),
    ];
  },
};
