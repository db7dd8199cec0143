import { isObject, type Json } from "../../../engine/fold/json.ts";
import { safely } from "../../../engine/grading/differing-steps.ts";
import { countOf } from "../../authoring/count-of.ts";
import type { Remark } from "../../authoring/remark.ts";
import { type Met, metStates } from "./all-states.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import { lineOfMember } from "./source-lines.ts";

type Comparison = (value: Json) => Json;

/** A comparison that gives the same for everything lets every answer pass. */
export async function compareDiffers(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { compare, compareResult } = subject.exercise.checks;
  if (!compare && !compareResult) return [];
  const met = await metStates(subject);
  const isBlind = {
    compare: cannotDiffer(compare, met.states),
    compareResult: cannotDiffer(compareResult, met.results),
  };
  const remarks: Remark[] = [];
  if (compare && isBlind.compare) {
    // The results of a decider may be all that an exercise compares.
    const isAll = met.results.length === 0 || isBlind.compareResult;
    remarks.push({
      ...(await describe(subject, "compare", compare, met)),
      needed: isAll ? "always" : "never",
    });
  }
  if (compareResult && isBlind.compareResult)
    remarks.push({ ...(await describe(subject, "compareResult", compareResult, met)), needed: "always" });
  return remarks;
}

/** Whether values that differ are all the same once they are compared. */
function cannotDiffer(compare: Comparison | undefined, values: Json[]): boolean {
  if (!compare || distinct(values).size < 2) return false;
  return distinct(values.map(safely(compare))).size === 1;
}

function distinct(values: Json[]): Set<string> {
  return new Set(values.map((value) => JSON.stringify(value) ?? ""));
}

async function describe(
  subject: ExerciseUnderCheck,
  member: "compare" | "compareResult",
  compare: Comparison,
  { states, results }: Met,
): Promise<Omit<Remark, "needed">> {
  const isState = member === "compare";
  const values = isState ? states : results;
  const value = values.at(-1) ?? null;
  const given = JSON.stringify(safely(compare)(value));
  const many = `${countOf(distinct(values).size, isState ? "state" : "result")} of the solution and the wrong answers`;
  const thrown = errorOf(compare, value);
  const why = thrown === null ? "" : ` It stops with “${thrown}”, which counts as null.`;
  return {
    file: subject.file("checks.ts"),
    line: await lineOfMember(subject.folder, "checks.ts", member),
    wrong: `\`${member}\` gives ${given} for all ${many}, so it cannot tell a wrong answer from a right one.${why}`,
    next: isState
      ? nextForStates(subject, value)
      : "Return the part of the result that counts, or leave `compareResult` out.",
  };
}

function nextForStates({ exercise }: ExerciseUnderCheck, state: Json): string {
  const keys = isObject(state) ? Object.keys(state) : [];
  if (exercise.scope === "by-key")
    return `With \`scope: by-key\` it gets one object with the state of each key: ${namesOf(keys)}. Go through the keys and compare the state of each.`;
  return keys.length === 0
    ? "Return the part of the state that counts, or leave `compare` out."
    : `Return the parts of the state that count, or leave \`compare\` out. A state of the solution has: ${namesOf(keys)}.`;
}

function namesOf(keys: string[]): string {
  return `${keys.slice(0, 5).join(", ")}${keys.length > 5 ? " …" : ""}`;
}

function errorOf(compare: Comparison, value: Json): string | null {
  try {
    compare(value);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
