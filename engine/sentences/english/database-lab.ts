/** What the database lab says beside PostgreSQL's own messages, which stay as they are. */
export const databaseLabSentences = {
  "postgres-first-start": "PostgreSQL makes its data folder.",
  "postgres-ended": "Everything that was committed is kept; a transaction that was open is rolled back.",
  "answer-cut-rows": ({ most }: { most: number }) =>
    `The answer is cut after ${most} rows. Add a LIMIT or a WHERE to see others.`,
  "answer-cut-text": ({ most }: { most: number }) =>
    `Values are cut after ${most} characters. Select a part of them to see the rest.`,
  "answer-too-large": ({ megabytes }: { megabytes: number }) =>
    `The answer was larger than ${megabytes} MB, so the connection was closed and its transaction rolled back. Select fewer columns or shorter values.`,
  "statement-ran-too-long": ({ seconds }: { seconds: number }) =>
    `The statement ran for ${seconds} s without waiting for a lock, so it was stopped. Let it read or make fewer rows.`,
  "statement-waited-too-long": ({ seconds }: { seconds: number }) =>
    `The statement waited ${seconds} s for the other session, so it was stopped. Commit or roll back the other session first.`,
  "statement-cancelled": "You cancelled the statement.",
  "database-full": ({ size, most }: { size: number; most: number }) =>
    `Your database holds ${size} MB, and ${most} MB are allowed. Drop or truncate a table, or reset the lab.`,
  "session-connection-lost":
    "The connection of this session ended, and PostgreSQL rolled its transaction back. Begin again.",
  "too-many-statements": ({ session, count, most }: { session: string; count: number; most: number }) =>
    `Session ${session} has ${count} statements; the lab takes ${most} in one script. Leave some out.`,
  "script-empty": ({ session }: { session: string }) =>
    `Session ${session} has no statement. Write at least one.`,
  "script-unclosed": ({ name }: { name: string }) => `A quote or a comment in ${name} has no end. Close it.`,
  "script-backslash": ({ name }: { name: string }) =>
    `${name} has a backslash command that the lab does not know. Only \\gset works here, at the end of a query.`,
  "order-does-not-fit": "The order does not have each session as often as its script has statements.",
  "too-many-interleavings": ({ count, most }: { count: number; most: number }) =>
    `The two scripts have ${count} interleavings; the lab runs ${most} at most. Leave a statement out.`,
  "no-stage": "There are no sessions yet. Begin with the two scripts.",
  "session-waits": ({ session }: { session: string }) =>
    `Session ${session} waits for the other one. Run the other session, or cancel the statement.`,
  "session-at-end": ({ session }: { session: string }) =>
    `Session ${session} has run its whole script. Begin again to step through it once more.`,
  "session-not-running": ({ session }: { session: string }) => `Session ${session} runs no statement now.`,
  "setup-refused": ({ message }: { message: string }) =>
    `PostgreSQL refused the setup: ${message} Correct it, then run again.`,
};
