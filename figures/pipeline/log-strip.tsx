import { useEffect, useRef } from "react";
import { stripWords } from "../../language/english/figures.ts";
import { eventColour, eventSign } from "../event-colours.ts";
import "./pipeline.css";

/** A record as the strip draws it. */
export interface StripRecord {
  offset: number;
  type: string;
  /** The data in a few characters. */
  summary: string;
}

export interface LogStripProps {
  /** Names the strip for a screen reader. */
  label: string;
  records: StripRecord[];
  /** How many records whoever reads the log has folded, counted from the log's start. */
  read: number;
  /** Who reads, such as "the views". */
  reader: string;
}

/** The records of a log in a row, and how far its reader has come. */
export function LogStrip({ label, records, read, reader }: LogStripProps) {
  const strip = useRef<HTMLOListElement>(null);
  const count = records.length;
  // The newest record is the one somebody has just caused: keep it in sight.
  useEffect(() => {
    if (strip.current && count > 0) strip.current.scrollLeft = strip.current.scrollWidth;
  }, [count]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <ol className="pipeline-strip" aria-label={label} ref={strip} tabIndex={0}>
      {records.map(({ offset, type, summary }) => {
        const isRead = offset < read;
        return (
          <li
            key={offset}
            className={isRead ? "pipeline-record" : "pipeline-record unread"}
            style={{ ["--colour" as string]: eventColour(type) }}
          >
            <span className="pipeline-offset">{offset}</span>
            <span className="pipeline-type">
              <span className="pipeline-sign" aria-hidden="true">
                {eventSign(type)}
              </span>
              {type}
            </span>
            <span className="pipeline-summary">{summary}</span>
            {!isRead && <span className="pipeline-unread">{stripWords.unread(reader)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
