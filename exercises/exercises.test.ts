import { describe, expect, test } from "vitest";
import { Grader } from "../engine/grading/grade.ts";
import { sizeOf } from "../engine/grading/shrink.ts";
import { foldCasesIn } from "../engine/grading/testing/fold-cases.ts";
import type { CheckEnd, CheckOutcome } from "../engine/protocol/answers.ts";
import { loadEngine } from "../engine/sandbox/node.ts";
import { readShelf } from "./shelf.ts";

const fold = foldCasesIn(await loadEngine());
const shelf = await readShelf();

describe.each(shelf.exercises)("$id", (exercise) => {
  const grader = new Grader(exercise, fold, 1);

  async function grade(source: string): Promise<{ end: CheckEnd; failed?: CheckOutcome }> {
    let end: CheckEnd | undefined;
    let failed: CheckOutcome | undefined;
    await grader.grade(source, (message) => {
      if (message.kind === "end") end = message;
      else if (!message.passed) failed = message;
    });
    if (!end) throw new Error("Grading had no end.");
    return { end, ...(failed && { failed }) };
  }

  test("the solution passes", async () => {
    const { end, failed } = await grade(exercise.solution);
    expect(failed).toBeUndefined();
    expect(end.passed).toBe(true);
  });

  const answers = [
    { ...exercise.expected, name: "the starter", source: exercise.starter },
    ...exercise.wrong.map((wrong) => ({ ...wrong, name: `wrong/${wrong.name}` })),
  ];

  test.each(answers)("$name fails the check $check", async ({ source, check, offset, smallest, says }) => {
    const { failed } = await grade(source);
    expect(failed).toMatchObject({ id: check });
    if (says !== undefined) expect(failed?.message).toContain(says);
    if (offset !== undefined) expect(failed?.firstDivergence?.position?.offset).toBe(offset);
    if (smallest !== undefined) expect(sizeOf(failed?.counterexample ?? { records: [] })).toBe(smallest);
  });

  test("its notes stand at steps of its log", () => {
    for (const { after } of exercise.notes) expect(after).toBeLessThan(exercise.records.length);
  });

  test("has two hints or more, and every expected check exists", () => {
    expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
    const asked = Object.entries(exercise.house).flatMap(([law, isAsked]) => (isAsked ? [law] : []));
    const ids = [...exercise.checks.checks.map(({ id }) => id), "runs", "mutation", "determinism", ...asked];
    for (const { check } of answers) expect(ids).toContain(check);
  });
});
