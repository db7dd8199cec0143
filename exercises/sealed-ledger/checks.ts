import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { formatNumber } from "../../engine/grading/message-parts.ts";
import { type Link, linkAt } from "./domain.ts";
import { cases, generated } from "./logs.ts";

const check = checksAbout(linkAt);

/** "your `brokenAt` is 4". Where the code stopped, it is what it was before the record. */
function says(actual: Json): string {
  if (actual === null) return "your `brokenAt` is null";
  return typeof actual === "number"
    ? `your \`brokenAt\` is ${formatNumber(actual)}`
    : "your state has no `brokenAt`";
}

const isIntact = ({ isLinked, isSealed }: Link) => isLinked && isSealed;

const firstBreak = check(
  "first-break",
  "`brokenAt` is the first record that does not fit, also after later ones",
  ({ offset }, at) => at.before !== null && (at.actual === offset || at.actual === null),
  ({ offset }, at) =>
    `After offset ${offset} ${says(at.actual)}. It was already broken at offset ${formatNumber(at.before)}. ` +
    "Which of the two records should an auditor look at first?",
);

const intact = check(
  "intact",
  "A record that is linked and sealed breaks nothing",
  (link, at) => isIntact(link) && at.before === null && at.actual === link.offset,
  ({ offset, seal, before, isUnordered }) => {
    const link = before ? `the seal of offset ${before.offset}` : "12 zeros, because it is the first record";
    const record = `This record names ${link}, and its own seal, ${seal}, belongs to its fields.`;
    const order = isUnordered ? " It has its fields in another order than most records have." : "";
    return `At offset ${offset} your fold says that the chain is broken there. ${record}${order} Which of your two comparisons failed, and what did it compare?`;
  },
);

const altered = check(
  "altered",
  "A record whose seal does not belong to its fields breaks the chain",
  ({ isSealed }, at) => !isSealed && at.before === null,
  ({ offset, seal, belongs }, at) =>
    `The record at offset ${offset} has the seal ${seal}, but the seal ${belongs} belongs to its fields. After it ${says(at.actual)}. ` +
    "Which two seals does your code compare here?",
);

const gap = check(
  "gap",
  "A record that does not name the seal of the record before breaks the chain",
  ({ isLinked }, at) => !isLinked && at.before === null,
  ({ offset, previous, before }, at) => {
    const found = before
      ? `the record before it, at offset ${before.offset}, has the seal ${before.seal}`
      : "there is no record before it";
    return (
      `At offset ${offset} \`previous\` is ${previous}, but ${found}. After it ${says(at.actual)}. ` +
      "What may have been there when this record was written?"
    );
  },
);

export default {
  // What else a chain remembers is the learner's own.
  compare: (state) => (isObject(state) ? (state.brokenAt ?? null) : "no state"),
  checks: [
    firstBreak,
    intact,
    altered,
    gap,
    { id: "other", title: "`brokenAt` is an offset, or null", covers: () => true, message: other },
  ],
  cases,
  generated,
} satisfies ExerciseChecks;

function other(at: CheckContext): string {
  const { event, offset } = at;
  if (!event)
    return `Before the first record ${says(at.actual)}. What can be broken in a chain without records?`;
  if (at.actual === at.expected)
    return `At offset ${offset} your code stopped. The record is in the log, whatever is wrong with it. What does an auditor need from your fold here?`;
  const expected =
    at.expected === null ? "is not broken" : `is broken at offset ${formatNumber(at.expected)}`;
  return `After offset ${offset} the chain ${expected}, and ${says(at.actual)}. Which record should it name?`;
}
