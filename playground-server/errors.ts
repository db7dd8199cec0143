import type { Problem } from "../engine/protocol/answers.ts";

/** What a refusal says. `next` is what the person can do now. */
interface ErrorEntry {
  status: number;
  title: string;
  next: string;
}

/**
 * Every reason for which this server refuses something. A code is for programs and never changes; title and next are
 * for people.
 */
export const errors = {
  "request-invalid": {
    status: 400,
    title: "The request does not fit the schema",
    next: "Compare it with /api/openapi.json.",
  },
  "body-too-large": { status: 413, title: "The request is too large", next: "Send a smaller one." },
  "headers-too-large": {
    status: 431,
    title: "The headers of the request are too large",
    next: "Send fewer of them, or shorter ones.",
  },
  "request-slow": {
    status: 408,
    title: "The request took too long to arrive",
    next: "Send it again, all at once.",
  },
  "media-type-unknown": {
    status: 415,
    title: "The body is not JSON",
    next: 'Send JSON with the header "content-type: application/json".',
  },
  "not-found": {
    status: 404,
    title: "There is nothing at this address",
    next: "The addresses of the API are listed at /api/openapi.json.",
  },
  "host-not-allowed": {
    status: 403,
    title: "This server does not go by that name",
    next: "Open it under the address it printed, or add the name to ALLOWED_HOSTS and start it again.",
  },
  "origin-not-allowed": {
    status: 403,
    title: "The request comes from another site",
    next: "Scripts send the header X-Session instead of an Origin; a site of yours belongs in ALLOWED_ORIGINS.",
  },
  "rate-limited": {
    status: 429,
    title: "Too many requests from this address",
    next: "Wait a few seconds. For a larger class the operator raises PER_ADDRESS_SESSIONS.",
  },
  "exercise-unknown": {
    status: 404,
    title: "No exercise has this id",
    next: "GET /api/exercises lists them all.",
  },
  "solution-not-earned": {
    status: 403,
    title: "The solution is not open to you yet",
    next: "Pass the exercise in this session, or let three different answers be checked: then it opens.",
  },
  "comparison-not-open": {
    status: 403,
    title: "The reference's fold is not open to you yet",
    next: "Check an answer of yours once in this session: then it opens.",
  },
  "run-unknown": {
    status: 404,
    title: "This run is not kept any more",
    next: "Fold the log again; the newest long fold of a session is kept for a quarter of an hour.",
  },
  "log-missing": {
    status: 400,
    title: "The run has no log",
    next: "Give a log, or name an exercise that has one.",
  },
  "slice-invalid": {
    status: 400,
    title: "The topic has no such slice",
    next: "Check the partition and that from is not past to.",
  },
  "slice-too-long": {
    status: 413,
    title: "The slice is too long for one run",
    next: "Ask for fewer records with from and to.",
  },
  "topic-unknown": {
    status: 404,
    title: "There is no such topic",
    next: "Course topics start with course., your own with mine. and appear when you append to them.",
  },
  "topic-not-yours": {
    status: 403,
    title: "This topic belongs to somebody else",
    next: "Read course.* and your own mine.* topics.",
  },
  "topic-name-invalid": {
    status: 400,
    title: "This cannot be the name of a topic",
    next: "Use mine.<name> with 1 to 40 lower-case letters, digits and hyphens; a letter comes first.",
  },
  "topic-read-only": {
    status: 403,
    title: "Course logs are not appended to",
    next: "Append to a topic of your own, such as mine.carts.",
  },
  "session-new": {
    status: 409,
    title: "Your session has just begun",
    next: "Send the same request again with the session token of this answer (cookie, or header X-Session).",
  },
  "topic-quota": {
    status: 429,
    title: "You have as many topics as one session may have",
    next: "Append to one of those you have. Topics that lie idle are deleted after a week.",
  },
  "address-quota": {
    status: 429,
    title: "Your network address has as many topics as one address may have",
    next: "Append to a topic you have, or try later: idle ones are deleted. For a larger class the operator raises LEARNER_TOPICS_PER_ADDRESS.",
  },
  "practice-space-full": {
    status: 503,
    title: "The practice space is full",
    next: "Try again later. Idle topics are deleted; the operator can raise LEARNER_TOPICS.",
  },
  "event-too-large": {
    status: 413,
    title: "The event is too large",
    next: "Keep what happened and leave documents and pictures elsewhere; an event refers to them.",
  },
  "log-unavailable": {
    status: 503,
    title: "The event log is unavailable",
    next: "Try again in a moment. The server reconnects by itself.",
  },
  "log-refused": {
    status: 502,
    title: "Kafka refused the request",
    next: "The operator has to check user, password and ACLs of this server at the cluster.",
  },
  "log-trimmed": {
    status: 410,
    title: "The log was trimmed",
    next: "Start at a later offset; Kafka has deleted the records before it.",
  },
  busy: { status: 503, title: "All sandboxes are busy", next: "Run again after the time named." },
  "hello-expected": {
    status: 400,
    title: "The first message has to be hello",
    next: 'Send { "kind": "hello", "version": 1 } first, once, within five seconds.',
  },
  internal: {
    status: 500,
    title: "Something of ours broke",
    next: "Try again. The operator finds the cause in the server's log.",
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** A refusal on its way to the person. `detail` is one sentence about this case, in words that hold no secret. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail = "", options: { cause?: unknown; retryAfter?: number } = {}) {
    super(detail || errors[code].title, { cause: options.cause });
    this.name = "Refusal";
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** A refusal as RFC 9457 has it. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title, next } = errors[refusal.code];
  const sentence = refusal.message === title ? "" : `${refusal.message} `;
  return {
    type: `urn:offset-zero:problem:${refusal.code}`,
    title,
    status,
    detail: sentence + next,
    code: refusal.code,
  };
}
