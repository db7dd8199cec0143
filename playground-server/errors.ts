import type { Problem } from "../engine/protocol/response-types.ts";
import { refusalAdvice, refusalDetails } from "../engine/sentences/english/refusals.ts";
import { joinMessages, type Message, sentencesFrom } from "../engine/sentences/message.ts";

interface ErrorEntry {
  status: number;
  title: string;
}

/**
 * Every reason for which this server refuses something. A code is for programs and never changes; the title is for
 * people, and so is what they can do now: `refusalAdvice` has it under the same code.
 */
export const errors = {
  "request-invalid": { status: 400, title: "The request does not fit the schema" },
  "body-too-large": { status: 413, title: "The request is too large" },
  "headers-too-large": { status: 431, title: "The headers of the request are too large" },
  "request-slow": { status: 408, title: "The request took too long to arrive" },
  "media-type-unknown": { status: 415, title: "The body is not JSON" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address does not support this method" },
  "host-not-allowed": { status: 403, title: "This server does not answer to that host name" },
  "origin-not-allowed": { status: 403, title: "The request comes from another site" },
  "rate-limited": { status: 429, title: "Too many requests from this address" },
  "answers-unread": { status: 503, title: "Too many answers are unread" },
  "exercise-unknown": { status: 404, title: "No exercise has this id" },
  "solution-not-earned": { status: 403, title: "The solution is not open to you yet" },
  "comparison-not-open": {
    status: 403,
    title: "Your fold cannot be compared with the course's solution yet",
  },
  "run-unknown": { status: 404, title: "The server no longer has this run" },
  "log-missing": { status: 400, title: "The run has no log" },
  "slice-invalid": { status: 400, title: "The topic has no such slice" },
  "slice-too-long": { status: 413, title: "The slice is too long for one run" },
  "topic-unknown": { status: 404, title: "There is no such topic" },
  "topic-not-yours": { status: 403, title: "This topic belongs to somebody else" },
  "topic-name-invalid": { status: 400, title: "This is not a valid topic name" },
  "topic-read-only": { status: 403, title: "You cannot append to course logs" },
  "session-new": { status: 409, title: "Your session has just begun" },
  "topic-quota": { status: 429, title: "Your session has reached its limit of topics" },
  "topic-full": { status: 429, title: "There is no room for more records" },
  "address-quota": { status: 429, title: "Your network address has reached its limit of topics" },
  "practice-space-full": { status: 503, title: "The practice space is full" },
  "event-too-large": { status: 413, title: "The event is too large" },
  "log-unavailable": { status: 503, title: "The event log is unavailable" },
  "log-refused": { status: 502, title: "Kafka refused the request" },
  "append-unconfirmed": { status: 504, title: "Kafka did not confirm the append" },
  "log-trimmed": { status: 410, title: "The log was trimmed" },
  "log-corrupt": { status: 502, title: "The log is damaged" },
  "lab-unknown": { status: 404, title: "No lab has this id" },
  "lab-refused": { status: 409, title: "The lab cannot do this" },
  "lab-service-unavailable": { status: 503, title: "A system that the lab needs does not run" },
  "lab-stopped": { status: 409, title: "The command was given up" },
  "lab-command-quota": { status: 429, title: "Too many commands for one lab" },
  "cluster-test-off": { status: 403, title: "This server tests no clusters" },
  "labs-full": { status: 503, title: "Too many labs are open" },
  busy: { status: 503, title: "All sandboxes are busy" },
  stopping: { status: 503, title: "The server is stopping" },
  "hello-expected": { status: 400, title: "The first message must be hello" },
  internal: { status: 500, title: "The server has an internal error" },
} as const satisfies Record<keyof typeof refusalAdvice, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

const advise = sentencesFrom(refusalAdvice);

/** Says what happened in one case of a refusal. */
export const refusalDetail = sentencesFrom(refusalDetails);

/** A refusal on its way to the person. `detail` says what happened in this case, in words that hold no secret. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** Null where the code's title says it all. */
  readonly detail: Message | null;
  /** What the person can do now: the code's own advice, where nothing else is given. */
  readonly next: Message;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    detail: Message | null = null,
    options: { cause?: unknown; next?: Message | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(detail?.message || errors[code].title, { cause: options.cause });
    this.name = "Refusal";
    this.code = code;
    this.detail = detail;
    this.next = options.next ?? advise(code);
    this.retryAfter = options.retryAfter;
  }
}

/** A refusal as RFC 9457 has it. */
export function problemOf({ code, detail, next }: Refusal): Problem {
  const { status, title } = errors[code];
  const { message, sentences } = joinMessages(detail, next);
  return { type: `urn:offset-zero:problem:${code}`, title, status, detail: message, code, sentences };
}
