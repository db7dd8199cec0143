import { readShelf } from "../../exercises/shelf.ts";
import type { House } from "./house.ts";
import type { Measurement } from "./measurement.ts";
import { checkSolution, visitor } from "./requests.ts";
import { median, medianRow, type Row } from "./table.ts";

const rounds = 5;

/** A check of a right solution: the exercise's log, the generated ones and the laws of the house. */
export const checks: Measurement = {
  name: "checks",
  async measure({ url }: House): Promise<Row[]> {
    const one = visitor(url);
    const { exercises } = await readShelf();
    const times = new Map<string, number[]>();
    for (const exercise of exercises) {
      // The first one also folds the solution itself, which the server keeps.
      await checkSolution(one, exercise);
      const taken: number[] = [];
      for (let i = 0; i < rounds; i++) taken.push((await checkSolution(one, exercise)).end);
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
