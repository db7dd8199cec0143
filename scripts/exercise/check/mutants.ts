import { type Mutant, mutantsOf } from "../../../engine/grading/mutants/mutants.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import { type SpokenMessage, spokenOf } from "./message-writing.ts";

/** What became of the mutants of one solution. */
export interface MutantsRow {
  id: string;
  mutants: number;
  caught: number;
  survivors: Survivor[];
}

export interface Survivor {
  name: string;
  /** Why no check has to catch it, as `exercise.yaml` says; absent where it says nothing. */
  why?: string;
}

export interface Mutants {
  row: MutantsRow;
  remarks: Remark[];
  /** What learners with such a mistake read. */
  spoken: SpokenMessage[];
}

/** Grades every mutant of the solution; one that had to be stopped counts as caught. */
export async function tryMutants(subject: ExerciseUnderCheck): Promise<Mutants> {
  const { id, solution, survivors: named } = subject.exercise;
  const all = mutantsOf(solution);
  const row: MutantsRow = { id, mutants: all.length, caught: 0, survivors: [] };
  const remarks: Remark[] = [];
  const spoken: SpokenMessage[] = [];
  for (const mutant of all) {
    const found = await subject.find(mutant.name, mutant.source);
    const why = named[mutant.name];
    if (found) {
      spoken.push(spokenOf(`the mutant ${mutant.name}`, found.message, found, true));
      row.caught++;
      if (why !== undefined) remarks.push(noSurvivor(subject, mutant.name, `${found.id} catches it`));
    } else {
      row.survivors.push({ name: mutant.name, ...(why !== undefined && { why }) });
      if (why === undefined) remarks.push(survivor(subject, mutant));
    }
  }
  for (const name of Object.keys(named)) {
    if (!all.some((mutant) => mutant.name === name))
      remarks.push(noSurvivor(subject, name, "no mutant of the solution has this name"));
  }
  return { row, remarks, spoken };
}

function survivor(subject: ExerciseUnderCheck, { name, line, before, after }: Mutant): Remark {
  return {
    file: subject.file("solution.ts"),
    line,
    wrong: `This mutant of the solution passes:\n${marked("-", before)}\n${marked("+", after)}\nWhich check should have caught this?`,
    next: `Add a log on which it matters to \`cases\` or to the generator. If no log can show the difference, name it in exercise.yaml: survivors: { ${JSON.stringify(name)}: <why> }.`,
    needed: "course",
  };
}

/** Lines of a diff; what is gone leaves an empty one. */
function marked(sign: string, lines: string): string {
  return lines
    .split("\n")
    .map((line) => `${sign} ${line}`)
    .join("\n");
}

function noSurvivor(subject: ExerciseUnderCheck, name: string, why: string): Remark {
  return {
    file: subject.file("exercise.yaml"),
    line: subject.yaml.lineOf(["survivors", name]),
    wrong: `\`${name}\` is not a survivor: ${why}.`,
    next: "Remove the line.",
    needed: "course",
  };
}
