import { eventColour, eventSign } from "../colours.ts";
import { holdsWords, type LaneCard, markWords } from "./card.ts";
import { cardPitch } from "./window.ts";

interface CardProps {
  card: LaneCard;
  index: number;
  count: number;
  row: number;
  current: number;
  onPick(index: number): void;
  onPoint?(index: number | null): void;
}

/** One card of the tape. Its look says whether it has been folded: before the cursor, under it, or still to come. */
export function Card({ card, index, count, row, current, onPick, onPoint }: CardProps) {
  const isCurrent = index === current;
  const time = isCurrent ? "now" : index < current ? "past" : "to-come";
  return (
    <li
      className="lane-place"
      style={{
        left: (index + 1) * cardPitch,
        ["--row" as string]: row,
        ["--colour" as string]: eventColour(card.title),
      }}
      aria-setsize={count + 1}
      aria-posinset={index + 2}
    >
      <button
        type="button"
        className={`lane-card ${time} ${card.kind}${card.mark ? ` ${card.mark}` : ""}`}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent ? "step" : undefined}
        data-current={isCurrent ? "" : undefined}
        onClick={() => onPick(index)}
        onPointerEnter={() => onPoint?.(index)}
        onPointerLeave={() => onPoint?.(null)}
        onFocus={() => onPoint?.(index)}
        onBlur={() => onPoint?.(null)}
      >
        <span className="lane-card-top">
          <span className="lane-offset">
            <span className="lane-sign" aria-hidden="true">
              {eventSign(card.title)}
            </span>
            {card.offset === null ? kindWords[card.kind] : <OffsetOf value={card.offset} />}
          </span>
          {card.holds && (
            <span className="lane-holds" title={holdsWords}>
              <span className="sr-only">{holdsWords}</span>
            </span>
          )}
          <span className="lane-time">{card.time}</span>
        </span>
        <span className="lane-type">{card.title}</span>
        <span className="lane-summary">{card.mark ? markWords[card.mark] : card.summary}</span>
      </button>
    </li>
  );
}

/** A card without an offset says what it is in the offset's place. */
const kindWords: Record<LaneCard["kind"], string> = {
  event: "event",
  tombstone: "tombstone",
  "not-an-event": "record",
  command: "command",
  decided: "decided",
  call: "call",
};

function OffsetOf({ value }: { value: number }) {
  return (
    <>
      <span className="sr-only">offset </span>
      {value}
      <span className="sr-only">,</span>
    </>
  );
}
