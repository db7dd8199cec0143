import type { Acks, SendChange } from "./events.ts";

/** One record that the producer was given, and what was answered. */
export interface Send {
  n: number;
  answer: "none" | "retrying" | "acknowledged" | "refused";
  /** When it was sent, and when the last answer came; in ms since the run began. */
  sentMs: number;
  answeredMs: number | null;
  retries: number;
  /** The last error in the client's words. */
  error: string | null;
  offset: number | null;
  /** How often it is in the log; null until somebody looked. */
  copies: number | null;
}

/** The sends after one more change. A change of a send that is not known leaves them as they are. */
export function applySendChange(sends: Send[], change: SendChange): Send[] {
  const { n, ms } = change;
  if (change.what === "sent") {
    const sent = { n, sentMs: ms, answeredMs: null, retries: 0, error: null, offset: null, copies: null };
    return [...sends, { ...sent, answer: "none" }];
  }
  return sends.map((send) => (send.n === n ? { ...send, answeredMs: ms, ...answerOf(send, change) } : send));
}

function answerOf(send: Send, change: Exclude<SendChange, { what: "sent" }>): Partial<Send> {
  switch (change.what) {
    case "retried":
      return { answer: "retrying", retries: send.retries + 1, error: change.error };
    case "acknowledged":
      return { answer: "acknowledged", offset: change.offset };
    case "refused":
      return { answer: "refused", error: change.error };
  }
}

/** The sends with what the log holds of them. */
export function withCounts(sends: Send[], copies: number[]): Send[] {
  return sends.map((send) => ({ ...send, copies: copies[send.n] ?? 0 }));
}

/**
 * What a timeline shows of a send, the last part once the log was counted. `unasked`: sent with acks=0, so that
 * nothing was answered.
 */
export type Outcome =
  | "waiting"
  | "retrying"
  | "acknowledged"
  | "unasked"
  | "refused"
  | "lost"
  | "twice"
  | "refused-yet-written";

export function outcomeOf({ answer, copies }: Send, acks: Acks): Outcome {
  if (answer === "none") return "waiting";
  if (answer === "retrying") return "retrying";
  if (copies !== null && copies > 1) return "twice";
  if (answer === "refused") return copies === 1 ? "refused-yet-written" : "refused";
  if (copies === 0) return "lost";
  return acks === "0" ? "unasked" : "acknowledged";
}

export const outcomes: readonly Outcome[] = [
  "acknowledged",
  "unasked",
  "waiting",
  "retrying",
  "refused",
  "lost",
  "twice",
  "refused-yet-written",
];

/** How many sends of a run ended in which way, and how long the slowest answer took, in ms. */
export function countOutcomes(
  sends: Send[],
  acks: Acks,
): { counts: Record<Outcome, number>; slowestMs: number } {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let slowestMs = 0;
  for (const send of sends) {
    counts[outcomeOf(send, acks)]++;
    if (send.answer === "acknowledged" && send.answeredMs !== null)
      slowestMs = Math.max(slowestMs, send.answeredMs - send.sentMs);
  }
  return { counts, slowestMs };
}
