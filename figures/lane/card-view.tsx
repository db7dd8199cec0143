import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { lane } from "../../language/english/lane.ts";
import { eventColour, eventSign, keySign } from "../event-colours.ts";
import { cardName } from "./card-aria-label.ts";
import type { ColourBy, LaneCard } from "./lane-card.ts";

interface CardProps {
  /** Null while it is being loaded. */
  card: LaneCard | null;
  index: number;
  count: number;
  row: number;
  /** Where it is drawn, in pixels. */
  left: number;
  current: number;
  colourBy: ColourBy;
  compact: boolean | undefined;
  onPick(index: number): void;
  onPoint?(index: number | null): void;
}

/** One card of the tape. Its look says whether it has been folded: before the cursor, under it, or still to come. */
export function Card({
  card,
  index,
  count,
  row,
  left,
  current,
  colourBy,
  compact,
  onPick,
  onPoint,
}: CardProps) {
  const isCurrent = index === current;
  const time = isCurrent ? "now" : index < current ? "past" : "to-come";
  // On a low card a mark takes the place of the time.
  const timeOrKey = card && !(compact && card.mark) ? timeOrKeyOf(card, colourBy) : null;
  const kind = card ? `${card.kind}${card.mark ? ` ${card.mark}` : ""}` : "loading";
  return (
    <li
      className="lane-place"
      style={{ left, ["--row" as string]: row, ["--colour" as string]: card ? colourOf(card, colourBy) : "" }}
      aria-setsize={count + 1}
      aria-posinset={index + 2}
    >
      <button
        type="button"
        className={`lane-card ${time} ${kind}`}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={card ? cardName(card, timeOrKey) : undefined}
        aria-current={isCurrent ? "step" : undefined}
        data-current={isCurrent ? "" : undefined}
        onClick={() => onPick(index)}
        onPointerEnter={() => onPoint?.(index)}
        onPointerLeave={() => onPoint?.(null)}
        onFocus={() => onPoint?.(index)}
        onBlur={() => onPoint?.(null)}
      >
        {card ? <Face card={card} colourBy={colourBy} timeOrKey={timeOrKey} /> : lane.loading}
      </button>
    </li>
  );
}

/** Words stand apart even without a style sheet: tools compare what is written here with the card's name. */
function Face({
  card,
  colourBy,
  timeOrKey,
}: {
  card: LaneCard;
  colourBy: ColourBy;
  timeOrKey: string | null;
}) {
  const byKey = colourBy === "key" && card.key !== null;
  return (
    <>
      <span className="lane-card-top">
        <span className="lane-offset">
          <span className="lane-sign" aria-hidden="true">
            {byKey ? keySign(card.key ?? "") : eventSign(card.title)}
          </span>
          {card.offset ?? lane.kinds[card.kind]}
        </span>{" "}
        {card.holds && <span className="lane-holds" title={lane.holds} />}
        <span className="lane-time">{timeOrKey}</span>
      </span>{" "}
      <span className="lane-type">{showHidden(card.title)}</span>{" "}
      <span className="lane-summary">{card.mark ? lane.marks[card.mark] : showHidden(card.summary)}</span>
    </>
  );
}

/** What stands beside the offset: the key where colours tell keys, else the time. */
function timeOrKeyOf(card: LaneCard, colourBy: ColourBy): string | null {
  return colourBy === "key" && card.key !== null ? showHidden(card.key) : card.time;
}

/** A card without a key keeps the colour of its type, and its sign. */
export function colourOf(card: LaneCard, colourBy: ColourBy): string {
  return eventColour(colourBy === "key" ? (card.key ?? card.title) : card.title);
}
