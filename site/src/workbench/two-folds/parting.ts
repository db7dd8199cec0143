import { brief } from "../../../../engine/fold/narrate.ts";
import { partingWords } from "../../../../language/english/two-folds.ts";
import type { TapeCard } from "../tape/cards.ts";
import type { Difference } from "./differences.ts";
import type { Laid, Row } from "./laid.ts";
import { notFromTheLog } from "./no-log.ts";

/** More differing parts than this are counted, not told. */
const mostTold = 2;

/** In a sentence or two: where the two part first, why (`cause`, such as "without ItemRemoved"), what differs at the end. */
export function partingInWords(laid: Laid, cause = ""): string {
  const { parting, meeting, ends, rows } = laid;
  const stopped = [laid.one, laid.other].flatMap(({ name, trace }) =>
    trace.end.verdict === "ok" ? [] : [partingWords.stopped(name, trace.end.message)],
  );
  if (parting === null) return [partingWords.never(cause), ...stopped].join(" ");
  const where = parting < 0 ? partingWords.begin : partingWords.from(placeOfRow(rows[parting]));
  const end = ends.length > 0 ? partingWords.end(endsInWords(ends)) : "";
  const why = [cause, end].filter(Boolean).join(", ");
  const again = meeting === null ? [] : [meetInWords(laid, meeting)];
  return [why ? `${where}: ${why}.` : `${where}.`, ...again, ...stopped].join(" ");
}

function meetInWords({ rows }: Laid, meeting: number): string {
  return meeting === rows.length - 1 ? partingWords.meetAtEnd : partingWords.meet(placeOfRow(rows[meeting]));
}

function endsInWords(ends: Difference[]): string {
  const told = ends.slice(0, mostTold).map(({ path, one, other }) => {
    const name = path.join(".") || partingWords.state;
    if (other === undefined) return partingWords.gone(name, brief(one));
    if (one === undefined) return partingWords.new(name, brief(other));
    return partingWords.instead(name, brief(other), brief(one));
  });
  const rest = ends.length - told.length;
  return [told.join(", "), ...(rest > 0 ? [partingWords.others(rest)] : [])].join(" ");
}

/** What a row is called in a sentence: "offset 3", or what it is where it has no offset in the log. */
export function placeOfRow(row: Row | undefined): string {
  const card = row?.one ?? row?.other;
  return card ? placeOfCard(card) : partingWords.begin;
}

/** The topic of what lies in no log is no place to name. */
function placeOfCard({ kind, title, offset, record }: TapeCard): string {
  if (record?.position.topic === notFromTheLog) return partingWords.putIn(title);
  if (offset !== null) return partingWords.offset(offset);
  if (kind === "command") return partingWords.command(title);
  return kind === "decided" ? partingWords.decided(title) : partingWords.call;
}
