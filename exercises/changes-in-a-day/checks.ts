import type { Event } from "../../engine/fold/event.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { formatNumber, joinWithAnd } from "../../engine/grading/message-parts.ts";
import { cornerCases, generated } from "./logs.ts";

/** What a function was asked, and what it answered. */
interface Question {
  newest: Event;
  /** The changes of the address that the rule counts, and those that are too old. */
  counted: Event[];
  old: Event[];
  /** How many events of any type the same 24 hours have. */
  ofAnyType: number;
  expected: number;
  actual: unknown;
}

const day = 24 * 60 * 60_000;
const timeOf = ({ metadata }: Event) => Date.parse(metadata.occurredAt);
/** "2026-03-11 02:10" */
const minute = ({ metadata }: Event) => metadata.occurredAt.slice(0, 16).replace("T", " ");

function questionIn({ args, expectedResult, actualResult }: CheckContext): Question | null {
  const events = (args?.[0] ?? []) as unknown as Event[];
  const newest = events.at(-1);
  if (newest === undefined) return null;
  const changes = events.filter(({ type }) => type === "EmailChanged");
  const isCounted = (event: Event) => timeOf(newest) - timeOf(event) <= day;
  return {
    newest,
    counted: changes.filter(isCounted),
    old: changes.filter((event) => !isCounted(event)),
    ofAnyType: events.filter(isCounted).length,
    expected: Number(expectedResult),
    actual: actualResult,
  };
}

const check = checksAbout(questionIn);
const answered = ({ actual }: Question) =>
  `Your function answers ${formatNumber((actual as number) ?? null)}.`;
const looksBackFrom = ({ newest }: Question) =>
  `The newest event, ${newest.type}, happened on ${minute(newest)}.`;
const howOften = ({ expected }: Question) =>
  expected === 0 ? "was not changed" : `was changed ${expected} ${expected === 1 ? "time" : "times"}`;
const listed = (events: Event[]) => `on ${joinWithAnd(events.map(minute))}`;

const boundary: Check = check(
  "boundary",
  "A change exactly 24 hours ago counts",
  ({ newest, counted, expected, actual }) =>
    expected - Number(actual) === 1 && counted.some((event) => timeOf(newest) - timeOf(event) === day),
  (question) =>
    `${looksBackFrom(question)} One change happened exactly 24 hours before it. ${answered(question)} Does the task count a change that is exactly 24 hours old?`,
);

const tooFew: Check = check(
  "too-few",
  "Every change of the last 24 hours counts, also a change back",
  ({ expected, actual }) => typeof actual === "number" && actual < expected,
  (question) =>
    `${looksBackFrom(question)} In the 24 hours up to then the address was changed ${listed(question.counted)}. ${answered(question)} Which of these changes did it leave out, and why?`,
);

const otherTypes: Check = check(
  "other-types",
  "Only changes of the address count",
  ({ expected, actual, old, ofAnyType }) =>
    typeof actual === "number" && actual > expected && (actual === ofAnyType || old.length === 0),
  (question) =>
    `${looksBackFrom(question)} In the 24 hours up to then the address ${howOften(question)}. ${answered(question)} Of which types are the events that it counted?`,
);

const tooMany: Check = check(
  "too-many",
  "A change that is older than 24 hours does not count",
  ({ expected, actual }) => typeof actual === "number" && actual > expected,
  (question) =>
    `${looksBackFrom(question)} Changes ${listed(question.old)} happened more than 24 hours before it. ${answered(question)} From which moment does your code look back?`,
);

const aNumber: Check = {
  id: "a-number",
  title: "The answer is a number",
  covers: () => true,
  message: ({ actualResult }) =>
    `Your function answers ${JSON.stringify(actualResult ?? null)}. The shop asked how often, so it needs a number. What does the loop count?`,
};

export default {
  checks: [boundary, tooFew, otherTypes, tooMany, aNumber],
  cases: cornerCases,
  generated,
} satisfies ExerciseChecks;
