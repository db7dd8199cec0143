import { partitionOf } from "../../../engine/fold/partition.ts";

/** One more than the largest seed. */
const seeds = 2 ** 31;
const msOfDay = 24 * 60 * 60 * 1_000;

/**
 * The exercise of a day, and the seed of its generated logs: the same for everybody who knows the same exercises, in
 * whatever order. Days come in rounds of as many days as there are exercises, and each exercise has one day of a round.
 * The lots are hashes of Kafka's own partitioner. `date` is a day as in `2026-03-02`; throws where it is none, or
 * where there are no exercises.
 */
export function dailyExercise<Exercise extends { id: string }>(
  date: string,
  exercises: Exercise[],
): { exercise: Exercise; seed: number } {
  const day = Date.parse(date) / msOfDay;
  if (!Number.isInteger(day)) throw new Error(`"${date}" is no day. Write it as 2026-03-02.`);
  const round = Math.floor(day / exercises.length);
  const drawn = exercises
    .map((exercise) => ({ exercise, lot: partitionOf(`${round} ${exercise.id}`, seeds) }))
    .toSorted((a, b) => a.lot - b.lot || (a.exercise.id < b.exercise.id ? -1 : 1));
  const today = drawn[day - round * exercises.length];
  if (!today) throw new Error("There is no exercise to choose from.");
  return { exercise: today.exercise, seed: partitionOf(date, seeds) };
}

/** The day it is, by the clock that is the same everywhere. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
