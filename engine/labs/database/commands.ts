import { z } from "zod";
import { databaseLimits } from "./limits.ts";

const session = z.enum(["A", "B"]);
const sql = z.string().max(databaseLimits.scriptCharacters);

const scripts = {
  /** Makes the tables anew. */
  setup: sql,
  scripts: z.strictObject({ A: sql, B: sql }),
  isolation: z.enum(["read committed", "repeatable read", "serializable", "autocommit"]),
};

/** What a learner may ask of the database lab. */
export const databaseCommands = {
  /** Ends both sessions, makes the tables anew and begins two sessions that have run nothing yet. */
  OpenStage: z.strictObject({
    ...scripts,
    /** The interleaving to step through; each session as often as its script has statements. */
    order: z
      .array(session)
      .max(databaseLimits.statements * 2)
      .optional(),
  }),
  /** Runs the next statement of a session. Answers when it is done, or when it waits for the other session. */
  RunStatement: z.strictObject({ session }),
  /** Ends what a session waits for or runs: its statement fails. */
  CancelStatement: z.strictObject({ session }),
  /** Runs all interleavings of the two scripts, in tables of their own. */
  RunEveryInterleaving: z.strictObject(scripts),
  /** Ends that run after the interleaving under way. */
  CancelInterleavings: z.strictObject({}),
};
