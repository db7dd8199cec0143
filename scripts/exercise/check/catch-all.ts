import type { Event } from "../../../engine/fold/event.ts";
import type { Json } from "../../../engine/fold/json.ts";
import { statesOf } from "../../../engine/fold/states-of-trace.ts";
import type { CheckContext } from "../../../engine/grading/checks.ts";
import { safely } from "../../../engine/grading/differing-steps.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import { lineOfMember } from "./source-lines.ts";

/** States that nobody expects: a learner's code may return them anywhere. */
const strange: Json[] = [null, {}, 0];

/** Some check covers each step of the exercise's own log, whatever a learner's code makes of it. */
export async function catchAll(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { checks } = subject.exercise.checks;
  if (checks.length === 0) return [];
  const uncovered = (await steps(subject)).find((at) => !checks.some((check) => covers(check, at)));
  if (!uncovered) return [];
  return [
    {
      file: subject.file("checks.ts"),
      line: await lineOfMember(subject.folder, "checks.ts", "checks"),
      wrong: `No check covers ${placeOf(uncovered)} where the answer is quite another one. A learner would read only that something differs.`,
      next: "Let the last check cover everything: covers: () => true. Its message must also fit where `at.event` is null.",
      needed: "course",
    },
  ];
}

/** The steps of the exercise's own log and one more, each as if a learner's code had given something strange. */
async function steps(subject: ExerciseUnderCheck): Promise<CheckContext[]> {
  const { reference } = await subject.reference.own();
  const compare = safely(subject.exercise.checks.compare);
  const states = statesOf(reference).map(compare);
  const history: Event[] = [];
  const all: CheckContext[] = [];
  for (const [place, expected] of states.entries()) {
    const step = reference.steps[place - 1];
    const at = {
      index: place - 1,
      offset: step?.position?.offset ?? null,
      position: step?.position ?? null,
      event: step?.event ?? null,
      command: step?.command ?? null,
      history: [...history],
      before: states[place - 1] ?? expected,
      expected,
    };
    if (step?.event) history.push(step.event);
    const result = step?.result;
    for (const value of strange) {
      all.push({ ...at, actual: compare(value) });
      if (result !== undefined)
        all.push({ ...at, actual: expected, expectedResult: result, actualResult: value });
    }
    const isLast = place === states.length - 1;
    if (isLast && step?.event && step.position) all.push(afterUnknown(at, step.event, compare(null)));
  }
  return all;
}

/** The step of a record that no exercise knows, after all others. */
function afterUnknown(last: Omit<CheckContext, "actual">, event: Event, actual: Json): CheckContext {
  return {
    ...last,
    index: last.index + 1,
    event: { ...event, type: "SomethingElseHappened", data: {} },
    history: [...last.history, event],
    before: last.expected,
    actual,
  };
}

function covers(check: { covers(at: CheckContext): boolean }, at: CheckContext): boolean {
  try {
    return check.covers(at);
  } catch {
    return false;
  }
}

function placeOf({ event, command, offset, index }: CheckContext): string {
  if (command) return `the command ${command.type}`;
  if (event?.type === "SomethingElseHappened") return "a record of an unknown type";
  if (event) return `${event.type} at offset ${offset}`;
  return index < 0 ? "the start, before the first record," : "a call";
}
