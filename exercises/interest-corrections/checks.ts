import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { formatNumber } from "../../engine/grading/message-parts.ts";
import { interestOf } from "../savings-account/interest.ts";
import { type Posting, postingsOf, returnedEvents } from "./domain.ts";
import { cornerCases, generated } from "./logs.ts";

interface Answer {
  postings: Posting[];
  /** What the learner's function returned: corrections, and the types of events that are none. */
  corrections: { postingId: Json; cents: Json }[];
  others: Json[];
  isList: boolean;
}

function answerOf({ args, actualResult = null }: CheckContext): Answer {
  const events = (args?.[0] ?? []) as unknown as Event[];
  const returned = Array.isArray(actualResult) ? actualResult.filter(isObject) : [];
  return {
    postings: postingsOf(events).postings,
    corrections: returned.filter((one) => "postingId" in one) as Answer["corrections"],
    others: returned.filter((one) => "type" in one).map((one) => one.type ?? null),
    isList: Array.isArray(actualResult),
  };
}

const check = checksAbout(answerOf);
const named = ({ corrections }: Answer, { id }: Posting) =>
  corrections.filter(({ postingId }) => postingId === id);
const isWrong = ({ paid, right, correctedAt }: Posting) => paid !== right && correctedAt === null;
/** A correction names it, and none should. */
const needless = (answer: Answer, kind: (posting: Posting) => boolean) =>
  answer.postings.find((posting) => kind(posting) && named(answer, posting).length > 0);
/** Corrected, by another number of cents than it needs. */
const misjudged = (answer: Answer) =>
  answer.postings.find(
    (posting) =>
      isWrong(posting) &&
      named(answer, posting).length > 0 &&
      (named(answer, posting).length > 1 ||
        named(answer, posting)[0]?.cents !== posting.right - posting.paid),
  );
const missed = (answer: Answer) =>
  answer.postings.find((posting) => isWrong(posting) && named(answer, posting).length === 0);

/** "Posting p2, at offset 2, paid 304 cents for 30 days." */
const describe = ({ id, place, paid, days }: Posting) =>
  `Posting ${id}, at offset ${place}, paid ${paid} cents for ${days} days.`;
const should = ({ base, right }: Posting) =>
  `The account should have held ${base} cents then, and the right interest on them is ${right}.`;

const onlyCorrections = check(
  "only-corrections",
  "Every returned event is an InterestCorrected",
  ({ isList, others }) => !isList || others.length > 0,
  ({ isList, others }) =>
    isList
      ? `Your function returned an event of type ${String(others[0])}. What is in the log stays as it is. Which new event says that a posting was wrong?`
      : "Your function did not return a list. It returns the events that the bank should append. What does it return when there are none?",
);

const namesPosting = check(
  "names-a-posting",
  "Every correction names the posting that it corrects",
  ({ corrections, postings }) =>
    corrections.some(({ postingId }) => !postings.some(({ id }) => id === postingId)),
  ({ corrections, postings }) => {
    const one = corrections.find(({ postingId }) => !postings.some(({ id }) => id === postingId));
    const name =
      one?.postingId === null
        ? "that names no posting"
        : `for ${JSON.stringify(one?.postingId)}, and the log has no posting of that name`;
    return `Your function returned a correction by ${formatNumber(one?.cents ?? null)} cents ${name}. Which posting was wrong, and by how much was this one wrong?`;
  },
);

const once = check(
  "once",
  "A posting that the log already corrects gets no second correction",
  (answer) => needless(answer, ({ correctedAt }) => correctedAt !== null) !== undefined,
  (answer) => {
    const posting = needless(answer, ({ correctedAt }) => correctedAt !== null) as Posting;
    return `${describe(posting)} Offset ${posting.correctedAt} already corrects it, and your function returned one more correction. What would the balance be with both?`;
  },
);

const onlyWrong = check(
  "only-wrong",
  "A posting that paid the right amount gets no correction",
  (answer) => needless(answer, ({ paid, right }) => paid === right) !== undefined,
  (answer) => {
    const posting = needless(answer, ({ paid, right }) => paid === right) as Posting;
    return `${describe(posting)} ${should(posting)} Your function returned a correction for it. What is there to correct?`;
  },
);

const difference = check(
  "difference",
  "A correction holds the right amount minus the posted one",
  (answer) => misjudged(answer) !== undefined,
  (answer) => {
    const posting = misjudged(answer) as Posting;
    const [one, ...more] = named(answer, posting);
    if (more.length > 0)
      return `${describe(posting)} Your function returned ${more.length + 1} corrections for it. How many does it need?`;
    const said = `${describe(posting)} ${should(posting)} Your correction says ${formatNumber(one?.cents ?? null)} cents.`;
    if (one?.cents === posting.right)
      return `${said} The balance already holds the ${posting.paid}. What is the balance after ${posting.paid} and your correction?`;
    if (one?.cents === posting.paid - posting.right) return `${said} Should the balance grow or shrink?`;
    if (one?.cents === interestOf(posting.shown, posting.days, posting.basisPoints) - posting.paid)
      return `${said} That is right for ${posting.shown} cents, the balance in the log, which holds an earlier mistake. On which balance is the interest due?`;
    return `${said} By how many cents must the balance change?`;
  },
);

const complete = check(
  "complete",
  "Every wrong posting gets a correction",
  () => true,
  (answer) => {
    const posting = missed(answer);
    if (!posting)
      return "Your function stopped with an error. What does it do with an event of a type that it does not know?";
    return `${describe(posting)} ${should(posting)} Your function returned no correction that names ${posting.id}. By how many cents must the balance change?`;
  },
);

export default {
  checks: [onlyCorrections, namesPosting, once, onlyWrong, difference, complete],
  cases: cornerCases,
  compareResult: returnedEvents,
  generated,
} satisfies ExerciseChecks;
