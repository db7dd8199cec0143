export const guesses = ["the table", "the audit table and the log", "only the log", "none of them"] as const;
export type Guess = (typeof guesses)[number];

export interface Question {
  /** Reads on from "Who can tell you". */
  ask: string;
  /** What the table, the audit table and the log answer. */
  answers: [table: string, audit: string, log: string];
  reason: string;
  holds: Guess;
}

export const questions: Question[] = [
  {
    ask: "to which address the confirmation of 02:13 was sent?",
    answers: ["No.", "orders@example.org, since 02:10.", "orders@example.org, offset 3."],
    reason: "At 02:16 the table lost this address. The other two still have the change of 02:10.",
    holds: "the audit table and the log",
  },
  {
    ask: "what was changed at 02:16?",
    answers: ["Something: updated_at is new.", "Nothing, it says.", "The address, offset 5."],
    reason:
      "The phone app wrote the row and forgot the audit table. In the log system the same app cannot change the address without a record, because the address is computed from the records.",
    holds: "only the log",
  },
  {
    ask: "which of 40,000 customers have an address at example.org now?",
    answers: [
      "Yes, one query.",
      "Not directly, and perhaps wrong.",
      "Not directly. Every account must be folded first.",
    ],
    reason: "To find things by their current value, you need a state. Lesson 16 shows how a log gets one.",
    holds: "the table",
  },
  {
    ask: "who changed the address at 02:10?",
    answers: ["No.", "No.", "No."],
    reason: "Nobody recorded it. A log contains only what somebody wrote down.",
    holds: "none of them",
  },
];
