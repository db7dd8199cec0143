import type { Scripts } from "../../../engine/labs/database/events.ts";
import {
  countInterleavings,
  type SessionName,
  sessionNames,
} from "../../../engine/labs/database/interleavings.ts";
import { databaseLimits } from "../../../engine/labs/database/limits.ts";
import { type Statement, splitStatements } from "../../../engine/labs/database/split-statements.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";

const say = sentencesFrom(databaseLabSentences);

/** The scripts as statements. */
export interface ReadScripts {
  setup: Statement[];
  scripts: Record<SessionName, Statement[]>;
}

/** Throws a Refusal where a script is empty, too long, or cannot be split. */
export function readScripts({ setup, scripts }: Pick<Scripts, "setup" | "scripts">): ReadScripts {
  const read = (session: SessionName): Statement[] => {
    const statements = split(scripts[session], `session ${session}`);
    const { statements: most } = databaseLimits;
    const count = statements.length;
    if (count === 0) throw refuse(say("script-empty", { session }));
    if (count > most) throw refuse(say("too-many-statements", { session, count, most }));
    return statements;
  };
  return { setup: split(setup, "the setup"), scripts: { A: read("A"), B: read("B") } };
}

/** How many interleavings they have. Throws a Refusal where they are too many to run. */
export function expectFewInterleavings({ scripts }: ReadScripts): number {
  const count = countInterleavings(scripts.A.length, scripts.B.length);
  const { interleavings: most } = databaseLimits;
  if (count > most) throw refuse(say("too-many-interleavings", { count, most }));
  return count;
}

/** Throws a Refusal where an order does not have each session as often as its script has statements. */
export function expectOrderFits(order: SessionName[], { scripts }: ReadScripts): void {
  const fits = sessionNames.every(
    (session) => order.filter((each) => each === session).length === scripts[session].length,
  );
  if (!fits) throw refuse(say("order-does-not-fit"));
}

function split(text: string, name: string): Statement[] {
  const { statements, problem } = splitStatements(text);
  if (problem === "unclosed-quote") throw refuse(say("script-unclosed", { name }));
  if (problem === "unknown-backslash") throw refuse(say("script-backslash", { name }));
  return statements;
}

const refuse = (detail: ReturnType<typeof say>) => new Refusal("lab-refused", detail);
