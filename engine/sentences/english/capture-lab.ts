/** What the lab of change capture says. */
export const captureLabSentences = {
  "capture-no-logical-log":
    "This PostgreSQL does not write what a capture needs: its wal_level is not logical. Set wal_level=logical and start it again.",
  "capture-runs": "The capture is already started. Use the worker that it has, or reset the lab.",
  "capture-not-started": "There is no capture. Start it first.",
  "capture-no-worker": "No worker runs at the moment. Start it again first.",
  "capture-worker-runs": "The worker runs already.",
  "capture-all-taken": ({ most }: { most: number }) =>
    `All ${most} places for captures on this server are in use. Try again in a few minutes.`,
  "capture-worker-ended": "The worker ended by itself. Start it again: it goes on from what it wrote down.",
  "capture-connector-failed": ({ reason }: { reason: string }) =>
    `The connector stopped: ${reason} Start the worker again, or reset the lab.`,
  "capture-too-many": ({ most }: { most: number }) =>
    `The capture was stopped after ${most} change records, which is the limit of the lab. Reset the lab to begin again.`,
  "capture-too-many-statements": ({ count, most }: { count: number; most: number }) =>
    `Your SQL has ${count} statements, and the lab takes ${most} at once. Leave some out.`,
  "capture-no-statement": "There is no statement in your SQL. Write at least one.",
  "capture-sql-unclosed": "A quote or a comment in your SQL has no end. Close it.",
  "capture-sql-backslash": "Your SQL has a backslash command. The lab takes plain SQL only.",
  "capture-table-missing": ({ table }: { table: string }) =>
    `The table ${table} is not there any more. Reset the lab to get it back.`,
};
