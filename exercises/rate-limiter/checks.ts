import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { describeOffsets, formatSeconds } from "../../engine/grading/message-parts.ts";
import {
  answersByKey,
  type EarlierRequest,
  lostAnswers,
  type RequestContext,
  requestAt,
  windowLength,
} from "./domain.ts";
import { generated } from "./logs.ts";

/** Checks about the answer to a request. */
const answerCheck = checksAbout(requestAt);

const letThroughIn = ({ own }: RequestContext) =>
  own.filter(({ ago, letThrough }) => letThrough && ago < windowLength);
const refusedIn = ({ own }: RequestContext) =>
  own.filter(({ ago, letThrough }) => !letThrough && ago < windowLength);
const onTheEdge = ({ own }: RequestContext) =>
  own.filter(({ ago, letThrough }) => letThrough && ago === windowLength);
const offsetsOf = (requests: EarlierRequest[]) => describeOffsets(requests.map(({ offset }) => offset));
const answeredWrongly = (answer: string) => (request: RequestContext) => request.actual === answer;
const isRefused = answeredWrongly("refused");

const describeRequest = ({ key, id, actual }: RequestContext, { offset }: CheckContext) =>
  `At offset ${offset} ${key} sends request ${id}. Your fold says: ${String(actual)}.`;

const everyRequest: Check = {
  id: "every-request",
  title: "Every request has an answer, and keeps it",
  covers: (at) => {
    const request = requestAt(at);
    return (
      request !== null &&
      (lostAnswers(at).length > 0 || !["let through", "refused"].includes(String(request.actual)))
    );
  },
  message: (at) => {
    const { id, key } = requestAt(at) as RequestContext;
    const [lost] = lostAnswers(at);
    return lost === undefined
      ? `At offset ${at.offset} ${key} sends request ${id}. After it \`answers\` says neither "let through" nor "refused" under ${id}. What did your fold decide about it?`
      : `At offset ${at.offset} ${key} sends request ${id}. After it \`answers\` says nothing about ${lost} any more, or not the same as before. The log still holds ${lost}: what happened to its answer?`;
  },
};

const refusedDoNotCount = answerCheck(
  "refused-do-not-count",
  "A refused request does not count",
  (request) => isRefused(request) && letThroughIn(request).length + refusedIn(request).length >= 3,
  (request, at) => {
    const room = letThroughIn(request);
    const before = room.length === 0 ? "none was let through" : `${offsetsOf(room)} let through`;
    return `${describeRequest(request, at)} In the 60 seconds before it: ${before}, ${offsetsOf(refusedIn(request))} refused. Which of the two kinds counts?`;
  },
);

const edge = answerCheck(
  "edge",
  "A request that came exactly 60 seconds ago is no longer in the window",
  (request) => isRefused(request) && letThroughIn(request).length + onTheEdge(request).length >= 3,
  (request, at) =>
    `${describeRequest(request, at)} The request at ${offsetsOf(onTheEdge(request))} came exactly 60 seconds before it. Without that request there is room for this one. Is it still in the window?`,
);

const windowPasses = answerCheck(
  "window-passes",
  "A request that is older than 60 seconds no longer counts",
  isRefused,
  (request, at) =>
    request.own.length === 0
      ? `${describeRequest(request, at)} It is the first request of ${request.key}. What is in its window?`
      : `${describeRequest(request, at)} Let through before it: ${agesOf(request)}. Which of these are still in the window?`,
);

const anySixtySeconds = answerCheck(
  "any-sixty-seconds",
  "At most three are let through in any 60 seconds",
  answeredWrongly("let through"),
  (request, at) =>
    `${describeRequest(request, at)} The last requests that were let through: ${agesOf(request)}. How many were let through in the 60 seconds before it?`,
);

const otherRecords: Check = {
  id: "other-records",
  title: "A record that is no request changes no answer",
  covers: () => true,
  message: ({ event, offset }) =>
    event
      ? `At offset ${offset} the log holds ${event.type}, and \`answers\` is not as it was. Nobody sent a request there. What does \`evolve\` return for an event that is not a request?`
      : "Before the first record `answers` is not empty, or missing. Nobody has sent a request yet. Which answers has the gate given by then?",
};

/** "offset 3, 20 seconds ago; offset 5, 2 seconds ago": the last three. */
function agesOf({ own }: RequestContext): string {
  return own
    .filter(({ letThrough }) => letThrough)
    .slice(-3)
    .map(({ offset, ago }) => `offset ${offset}, ${formatSeconds(ago)} ago`)
    .join("; ");
}

export default {
  checks: [everyRequest, refusedDoNotCount, edge, windowPasses, anySixtySeconds, otherRecords],
  compare: answersByKey,
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the state it was given, at \`${path}\`. That is what the gate knew before this record, and somebody may still step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
