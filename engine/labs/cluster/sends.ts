import type { Acks, SendChange } from "./events.ts";

/** One record that the producer was given, and what it was told of it. */
export interface Send {
  n: number;
  told: "nothing" | "retrying" | "acknowledged" | "refused";
  /** When it was sent, and when the producer was told the last of it; in ms since the run began. */
  sentMs: number;
  toldMs: number | null;
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
    const sent = { n, sentMs: ms, toldMs: null, retries: 0, error: null, offset: null, copies: null };
    return [...sends, { ...sent, told: "nothing" }];
  }
  return sends.map((send) => (send.n === n ? { ...send, toldMs: ms, ...toldBy(send, change) } : send));
}

function toldBy(send: Send, change: Exclude<SendChange, { what: "sent" }>): Partial<Send> {
  switch (change.what) {
    case "retried":
      return { told: "retrying", retries: send.retries + 1, error: change.error };
    case "acknowledged":
      return { told: "acknowledged", offset: change.offset };
    case "refused":
      return { told: "refused", error: change.error };
  }
}

/** The sends with what the log holds of them. */
export function withCounts(sends: Send[], copies: number[]): Send[] {
  return sends.map((send) => ({ ...send, copies: copies[send.n] ?? 0 }));
}

/**
 * What a timeline shows of a send, the last part once the log was counted. `unasked`: sent with acks=0, so that the
 * producer was told nothing.
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

export function outcomeOf({ told, copies }: Send, acks: Acks): Outcome {
  if (told === "nothing") return "waiting";
  if (told === "retrying") return "retrying";
  if (copies !== null && copies > 1) return "twice";
  if (told === "refused") return copies === 1 ? "refused-yet-written" : "refused";
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
    if (send.told === "acknowledged" && send.toldMs !== null)
      slowestMs = Math.max(slowestMs, send.toldMs - send.sentMs);
  }
  return { counts, slowestMs };
}
