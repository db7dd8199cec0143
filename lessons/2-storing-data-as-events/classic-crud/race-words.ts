import { type SessionName, sessionNames } from "../../../engine/labs/database/interleavings.ts";
import { type DesignId, endOf, type Happening, losesUpdate, type Race } from "./race.ts";

/** Whose request each session handles. */
export const people: Record<SessionName, string> = { A: "Sanjana", B: "Yeva" };

export const designNames: Record<DesignId, string> = {
  "read-then-write": "Read, then write",
  "version-column": "Version column",
  "row-lock": "Lock while reading",
  "atomic-update": "One UPDATE adds",
};

/** What the last press did, in sentences. */
export function describeLast(race: Race): string {
  const { last } = race;
  if (last.length === 0)
    return "Both have pressed + on a page that shows 1. No statement has run yet. Choose whose statement runs first.";
  const end = endOf(race);
  return [...last.map((happening) => sentenceOf(happening, race)), ...(end ? [endSentence(race)] : [])].join(
    " ",
  );
}

function sentenceOf({ session, kind, wait, row }: Happening, { design, sessions }: Race): string {
  const who = people[session];
  if (wait === "begins")
    return `${who}’s statement waits: the other session has locked the row and has not committed yet.`;
  const now = wait === "ends" ? " now" : "";
  if (kind === "read")
    return `${who}’s session reads ${row?.qty}${design === "version-column" ? `, version ${row?.version}` : ""}.`;
  if (kind === "read-and-lock") return `${who}’s session${now} reads ${row?.qty}, and locks the row.`;
  if (kind === "commit")
    return sessions[session].rowsChanged === 0
      ? `${who}’s session commits. There is nothing to save.`
      : `${who}’s session commits. Her page says “Saved”.`;
  if (row === null)
    return `${who}’s UPDATE${now} looks for the version that she has read. It finds no such row, and changes nothing.`;
  return `${who}’s UPDATE${now} writes ${row.qty}. Nobody else sees it before the commit.`;
}

export function endSentence(race: Race): string {
  const end = endOf(race);
  if (end === null) return "";
  const refused = sessionNames
    .filter((name) => end.answers[name] === "changed-nothing")
    .map((name) => people[name]);
  const row = `The row holds ${end.qty}.`;
  if (losesUpdate(end)) return `${row} Both pressed +, both pages say “Saved”, and one press is lost.`;
  if (refused.length > 0)
    return `${row} ${refused.join(" and ")}’s program sees “0 rows changed”, so it can tell her, or try again. Nothing is lost in silence.`;
  return `${row} Both presses are in it.`;
}
