import { eventColour, eventSign } from "../event-colours.ts";
import "./log-and-table.css";

/** A record as one line of the page. */
export interface AppendOnlyLogRecord {
  offset: number;
  /** As it is shown, such as "09:02". */
  time: string;
  type: string;
  /** What it says, such as "t-shirt 2". */
  words: string;
}

export interface AppendOnlyLogProps {
  /** Names the list for a screen reader. */
  label: string;
  records: AppendOnlyLogRecord[];
  /** How many records are written; the rest of the page is still blank. */
  written: number;
  /** Offsets to point at. */
  marked?: number[];
}

/** A log as a page that is written from the top: nothing on it moves, and new lines come only below the last. */
export function AppendOnlyLog({ label, records, written, marked = [] }: AppendOnlyLogProps) {
  const blank = records.slice(written);
  return (
    <div className="append-only-log">
      <ol aria-label={label} start={0}>
        {records.slice(0, written).map((record) => (
          <li
            key={record.offset}
            className={`log-line${record.offset === written - 1 ? " last" : ""}${marked.includes(record.offset) ? " marked" : ""}`}
          >
            <span className="log-offset">{record.offset}</span>
            <span className="log-type" style={{ color: eventColour(record.type) }}>
              <span aria-hidden="true">{eventSign(record.type)} </span>
              {record.type}
            </span>
            <span className="log-time">{record.time}</span>
            <span className="log-words">{record.words}</span>
          </li>
        ))}
      </ol>
      <div aria-hidden="true">
        {blank.map(({ offset }) => (
          <div key={offset} className="log-line blank">
            <span className="log-offset">{offset}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
