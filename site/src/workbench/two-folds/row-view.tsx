import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { eventColour, eventSign } from "../../../../figures/event-colours.ts";
import { lane } from "../../../../language/english/lane.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import type { TapeCard } from "../tape/tape-cards.ts";
import type { AlignedFolds, Row } from "./aligned-folds.ts";
import { whatIfTopic } from "./what-if-topic.ts";

interface RowViewProps {
  aligned: AlignedFolds;
  row: Row;
  isOneLog: boolean;
}

/** What stands in a row: a card of each fold, or why there is none, and whether the states after it differ. */
export function RowView({ aligned, row, isOneLog }: RowViewProps) {
  const { one, other, kind } = row;
  const { sign, words } = signOf(row);
  const absent = (side: "one" | "other") =>
    kind === "moved"
      ? twoFoldsWords.elsewhere(aligned[side].name)
      : aligned[side].goesOn &&
          !aligned[side].cards.some(({ step }) => step !== null && row.steps[side] >= step)
        ? twoFoldsWords.notYet(aligned[side].name)
        : twoFoldsWords.missing(aligned[side].name);
  return (
    <>
      {one ? <Cell card={one} /> : <span className="tf-cell none">{absent("one")}</span>}{" "}
      {isOneLog ? null : other ? (
        <Cell card={other} word={kind === "changed" ? twoFoldsWords.changed : ""} />
      ) : (
        <span className="tf-cell none">{absent("other")}</span>
      )}{" "}
      <span className={`tf-sign ${row.differs ? "differs" : ""}`} title={words}>
        <span aria-hidden="true">{sign}</span>
        <span className="sr-only">{words}</span>
      </span>
    </>
  );
}

function signOf({ differs, isSame }: Row) {
  if (differs) return { sign: "≠", words: twoFoldsWords.differs };
  return isSame
    ? { sign: "=", words: twoFoldsWords.same }
    : { sign: "≈", words: twoFoldsWords.sameInWhatCounts };
}

function Cell({ card, word = "" }: { card: TapeCard; word?: string }) {
  const { title, offset, summary, record, kind } = card;
  const place =
    record?.position.topic === whatIfTopic ? twoFoldsWords.fromNoLog : (offset ?? lane.kinds[kind]);
  return (
    <span
      className={`tf-cell${word ? " changed" : ""}`}
      style={{ ["--colour" as string]: eventColour(title) }}
    >
      <span className="tf-place">
        <span className="tf-event-sign" aria-hidden="true">
          {eventSign(title)}
        </span>
        {place}
      </span>{" "}
      <span className="tf-type">{showHidden(title)}</span>{" "}
      <span className="tf-summary">{word || showHidden(summary)}</span>
    </span>
  );
}
