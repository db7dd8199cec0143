import type { ExerciseChecks } from "../../../engine/grading/checks.ts";
import type { Folder } from "../../../exercises/folder.ts";
import type { Remark } from "../../authoring/remark.ts";
import { lineInStack } from "./line-in-stack.ts";

/** What an author's function threw while answers were graded. */
interface Thrown {
  check: string;
  member: "covers" | "message" | "when" | "says";
  error: unknown;
}

/**
 * An exercise's checks, and what they throw from now on. Grading goes on without a check that throws, so a learner would
 * read words that nobody wrote, and its author would never know.
 */
export function recordedChecks(given: ExerciseChecks): { checks: ExerciseChecks; thrown: Thrown[] } {
  const thrown: Thrown[] = [];
  const recorded =
    <A, R>(check: string, member: Thrown["member"], call: (at: A) => R) =>
    (at: A): R => {
      try {
        return call(at);
      } catch (error) {
        thrown.push({ check, member, error });
        throw error;
      }
    };
  const checks = given.checks.map((check) => ({
    ...check,
    covers: recorded(check.id, "covers", (at: Parameters<typeof check.covers>[0]) => check.covers(at)),
    message: recorded(check.id, "message", (at: Parameters<typeof check.message>[0]) => check.message(at)),
    ...(check.known && {
      known: check.known.map((known) => ({
        when: recorded(check.id, "when", (at: Parameters<typeof known.when>[0]) => known.when(at)),
        says: recorded(check.id, "says", (at: Parameters<typeof known.says>[0]) => known.says(at)),
      })),
    }),
  }));
  return { checks: { ...given, checks }, thrown };
}

/** Each function of a check that threw, once. */
export function thrownRemarks(folder: Folder, thrown: Thrown[]): Remark[] {
  const first = new Map(thrown.toReversed().map((one) => [`${one.check} ${one.member}`, one]));
  return [...first.values()].map(({ check, member, error }) => {
    const said = member === "message" || member === "says";
    const place = lineInStack(error, folder) ?? { file: "checks.ts" };
    return {
      ...place,
      file: `${folder.shown}/${place.file}`,
      wrong: `\`${member}\` of ${check} throws ${String(error)}.${said ? " A learner reads only that something differs." : " That counts as false."}`,
      next: "Let it work with every step and every state: `at.event` may be null, and a learner may return anything.",
      needed: said ? "always" : "never",
    };
  });
}
