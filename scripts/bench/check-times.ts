import { readCatalog } from "../../exercises/catalog.ts";
import type { BenchEnvironment } from "./bench-environment.ts";
import type { Measurement } from "./measurement.ts";
import { median, medianRow, type Row } from "./result-table.ts";
import { checkSolution, simulateVisitor } from "./simulated-visitor.ts";

const rounds = 5;

/** A check of a right solution: the exercise's log, the generated ones and the laws. */
export const checkTimes: Measurement = {
  name: "checks",
  async measure({ url }: BenchEnvironment, { mostRounds }): Promise<Row[]> {
    const one = simulateVisitor(url);
    const { exercises } = await readCatalog();
    const times = new Map<string, number[]>();
    for (const exercise of exercises) {
      // The first one also folds the solution itself, which the server keeps.
      await checkSolution(one, exercise);
      const taken: number[] = [];
      for (let i = 0; i < Math.min(rounds, mostRounds); i++)
        taken.push((await checkSolution(one, exercise)).end);
      times.set(exercise.id, taken);
    }
    const [slowest, taken] = [...times].toSorted(([, a], [, b]) => median(b) - median(a))[0] ?? ["none", []];
    return [
      medianRow(
        `passing check with 200 generated logs, ${exercises.length} exercises`,
        "ms",
        [...times.values()].map(median),
      ),
      medianRow(`the slowest of them, ${slowest}`, "ms", taken, { atMost: 2_000 }),
    ];
  },
};
