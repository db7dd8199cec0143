import { shortenValue } from "../../../../engine/fold/describe-step.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import { divergenceWords } from "../../../../language/english/two-folds.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import type { TapeCard } from "../tape/tape-cards.ts";
import type { AlignedFolds, Row } from "./aligned-folds.ts";
import type { DifferingPart } from "./differing-parts.ts";
import { whatIfTopic } from "./what-if-topic.ts";

/** More differing values than this are counted, not named. */
const mostNamed = 2;

/** In a sentence or two: where the two differ first, why (`cause`, such as "without ItemRemoved"), what differs at the end. */
export function describeDivergence(aligned: AlignedFolds, cause = ""): string {
  const { divergence, meeting, ends, rows } = aligned;
  const stopped = [aligned.one, aligned.other].flatMap(({ name, trace }) =>
    trace.end.verdict === "ok" ? [] : [divergenceWords.stopped(name, trace.end.message)],
  );
  if (divergence === null) return [divergenceWords.never(cause), ...stopped].join(" ");
  const where =
    divergence < 0 ? divergenceWords.begin : divergenceWords.from(placeOfDivergence(rows, divergence), cause);
  const end = ends.length > 0 ? [divergenceWords.end(aligned.other.name, describeEnds(ends))] : [];
  const again = meeting === null ? [] : [describeMeeting(aligned, meeting)];
  return [`${where}.`, ...end, ...again, ...stopped].join(" ");
}

function describeMeeting({ rows }: AlignedFolds, meeting: number): string {
  return meeting === rows.length - 1
    ? divergenceWords.meetAtEnd
    : divergenceWords.meet(placeOfRow(rows[meeting]));
}

function describeEnds(ends: DifferingPart[]): string {
  const described = ends.slice(0, mostNamed).map(({ path, one, other }) => {
    const name = path.join(".") || divergenceWords.state;
    if (other === undefined) return divergenceWords.gone(name, inFewWords(one));
    if (one === undefined) return divergenceWords.new(name, inFewWords(other));
    const [shownOther, shownOne] = cutToDifference(inFewWords(other), inFewWords(one));
    return divergenceWords.instead(name, shownOther, shownOne);
  });
  const rest = ends.length - described.length;
  return rest > 0
    ? divergenceWords.and([described.join(", "), divergenceWords.others(rest)])
    : divergenceWords.and(described);
}

/** Long texts are shown from shortly before the character in which they differ: else nobody finds it. */
const shownWhole = 24;
const shownBefore = 6;

export function cutToDifference(one: string, other: string): [string, string] {
  if (Math.min(one.length, other.length) <= shownWhole) return [one, other];
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const cut = (text: string) => {
    const start = Math.max(0, from - shownBefore);
    const end = start + shownWhole;
    return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  };
  return [cut(one), cut(other)];
}

const inFewWords = (value: Json | undefined) => inPageLanguage(shortenValue(value)).message;

/** A record that is delivered again has the offset of its first delivery, where nothing differed yet. */
function placeOfDivergence(rows: Row[], divergence: number): string {
  const row = rows[divergence];
  const offset = row?.kind === "only-other" ? row.other?.offset : null;
  const isSecond =
    typeof offset === "number" && rows.slice(0, divergence).some(({ one }) => one?.offset === offset);
  return isSecond ? divergenceWords.secondDelivery(offset) : placeOfRow(row);
}

/** What a row is called in a sentence: "offset 3", or what it is where it has no offset in the log. */
export function placeOfRow(row: Row | undefined): string {
  const card = row?.one ?? row?.other;
  return card ? placeOfCard(card) : divergenceWords.begin;
}

/** The topic of what lies in no log is no place to name. */
function placeOfCard({ kind, title, offset, record }: TapeCard): string {
  const type = showHidden(title);
  if (record?.position.topic === whatIfTopic) return divergenceWords.putIn(type);
  if (offset !== null) return divergenceWords.offset(offset);
  if (kind === "command") return divergenceWords.command(type);
  return kind === "decided" ? divergenceWords.decided(type) : divergenceWords.call;
}
