import { countOf } from "../../authoring/count-of.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** What points into the exercise's own log finds a step there, its types are listed, and its form has what it needs. */
export function logReferences(subject: ExerciseUnderCheck): Remark[] {
  const { exercise, yaml } = subject;
  const { records, notes, predict, events, commands = [] } = exercise;
  const remarks: Remark[] = [];
  const inYaml = (path: PropertyKey[], needed: Remark["needed"], wrong: string, next: string) =>
    remarks.push({ file: subject.file("exercise.yaml"), line: yaml.lineOf(path), wrong, next, needed });

  for (const [at, { after }] of notes.entries()) {
    if (after >= records.length)
      inYaml(
        ["notes", at, "after"],
        "always",
        `The note comes after step ${after}, but the log has ${countOf(records.length, "record")}.`,
        `Write ${records.length - 1} or less.`,
      );
  }
  if (exercise.form === "predict" && predict.length === 0)
    inYaml(
      ["form"],
      "always",
      "The form is predict, but there is no step to predict.",
      "Add the steps, by index: predict: [3, 5].",
    );
  if (exercise.form === "order" && exercise.order === undefined)
    inYaml(
      ["form"],
      "always",
      "The form is order, but there are no lines to put in order.",
      "Write order.ts: the solution with the lines between // order and // end of order.",
    );
  if (exercise.entry.kind === "decider" && commands.length === 0)
    inYaml(
      ["entry"],
      "always",
      "This decider gets no commands.",
      "Write commands.json, a list of { type, data }, and name it: commands: commands.json.",
    );

  // An upcaster knows old types by their old names.
  if (Object.keys(events).length > 0 && exercise.entry.kind !== "upcaster")
    remarks.push(...unlisted(subject));
  return remarks;
}

/** Types of the log that the solution knows and `events` does not list: those that nobody knows stand there on purpose. */
function unlisted(subject: ExerciseUnderCheck): Remark[] {
  const { records, events, solution } = subject.exercise;
  const types = new Set(records.map(({ value }) => (JSON.parse(value ?? "null") as { type: string }).type));
  return [...types]
    .filter((type) => !Object.hasOwn(events, type) && solution.includes(`"${type}"`))
    .map((type) => ({
      file: subject.file("exercise.yaml"),
      line: subject.yaml.lineOf(["events"]),
      wrong: `The log has ${type} and the solution handles it, but \`events\` does not list it.`,
      next: "Add it with its current version.",
      needed: "course" as const,
    }));
}
