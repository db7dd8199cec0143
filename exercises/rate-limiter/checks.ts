import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { type Asked, answersByKey, askedAt, lostAnswers, offsetsOf, seconds, windowLength } from "./gate.ts";
import { generatedRequests } from "./requests.ts";

/** A check about the answer to a request. */
function answerCheck(
  id: string,
  title: string,
  covers: (asked: Asked) => boolean,
  message: (asked: Asked, at: At) => string,
): Check {
  return {
    id,
    title,
    covers: (at) => {
      const asked = askedAt(at);
      return asked !== null && covers(asked);
    },
    message: (at) => message(askedAt(at) as Asked, at),
  };
}

const letThroughIn = ({ own }: Asked) =>
  own.filter(({ ago, letThrough }) => letThrough && ago < windowLength);
const refusedIn = ({ own }: Asked) => own.filter(({ ago, letThrough }) => !letThrough && ago < windowLength);
const onTheEdge = ({ own }: Asked) => own.filter(({ ago, letThrough }) => letThrough && ago === windowLength);
const wrongly = (answer: string) => (asked: Asked) => asked.actual === answer;
const isRefused = wrongly("refused");

const says = ({ key, id, actual }: Asked, { offset }: At) =>
  `At offset ${offset} ${key} sends request ${id}. Your fold says: ${String(actual)}.`;

const everyRequest: Check = {
  id: "every-request",
  title: "Every request has an answer, and keeps it",
  covers: (at) => {
    const asked = askedAt(at);
    return (
      asked !== null &&
      (lostAnswers(at).length > 0 || !["let through", "refused"].includes(String(asked.actual)))
    );
  },
  message: (at) => {
    const { id, key } = askedAt(at) as Asked;
    const [lost] = lostAnswers(at);
    return lost === undefined
      ? `At offset ${at.offset} ${key} sends request ${id}. After it \`answers\` says neither "let through" nor "refused" under ${id}. What did your fold decide about it?`
      : `At offset ${at.offset} ${key} sends request ${id}. After it \`answers\` says nothing about ${lost} any more, or something else than before. The log still holds ${lost}: what happened to its answer?`;
  },
};

const refusedDoNotCount = answerCheck(
  "refused-do-not-count",
  "A refused request fills no window",
  (asked) => isRefused(asked) && letThroughIn(asked).length + refusedIn(asked).length >= 3,
  (asked, at) => {
    const room = letThroughIn(asked);
    const before = room.length === 0 ? "none was let through" : `${offsetsOf(room)} let through`;
    return `${says(asked, at)} In the 60 seconds before it: ${before}, ${offsetsOf(refusedIn(asked))} refused. Which of the two kinds fills a window?`;
  },
);

const edge = answerCheck(
  "edge",
  "What came exactly 60 seconds ago is no longer in the window",
  (asked) => isRefused(asked) && letThroughIn(asked).length + onTheEdge(asked).length >= 3,
  (asked, at) =>
    `${says(asked, at)} The request at ${offsetsOf(onTheEdge(asked))} came exactly 60 seconds before it. Without it there is room. Is it still in the window?`,
);

const windowPasses = answerCheck(
  "window-passes",
  "What is older than 60 seconds is forgotten",
  isRefused,
  (asked, at) =>
    asked.own.length === 0
      ? `${says(asked, at)} It is the first request of ${asked.key}. What is in its window?`
      : `${says(asked, at)} Let through before it: ${agesOf(asked)}. Which of these are still in the window?`,
);

const anySixtySeconds = answerCheck(
  "any-sixty-seconds",
  "At most three are let through in any 60 seconds",
  wrongly("let through"),
  (asked, at) =>
    `${says(asked, at)} The last ones that were let through: ${agesOf(asked)}. How many were let through in the 60 seconds before it?`,
);

const otherRecords: Check = {
  id: "other-records",
  title: "A record that is no request changes no answer",
  covers: () => true,
  message: ({ event, offset }) =>
    event
      ? `At offset ${offset} the log holds ${event.type}, and \`answers\` is not as it was. Nobody sent a request. What does \`evolve\` return for an event that is none?`
      : "Before the first record `answers` is not empty, or not there. Nothing has been sent yet. What has a gate answered before that?",
};

/** "offset 3, 20 seconds ago; offset 5, 2 seconds ago": the last three. */
function agesOf({ own }: Asked): string {
  return own
    .filter(({ letThrough }) => letThrough)
    .slice(-3)
    .map(({ offset, ago }) => `offset ${offset}, ${seconds(ago)} ago`)
    .join("; ");
}

export default {
  checks: [everyRequest, refusedDoNotCount, edge, windowPasses, anySixtySeconds, otherRecords],
  compare: answersByKey,
  // Any request may not have been made.
  generated: { cases: generatedRequests, possible: () => true },
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the state it was given, at \`${path}\`. That is what the gate knew one record ago, and somebody may step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
