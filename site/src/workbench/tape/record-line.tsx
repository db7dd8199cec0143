import { formatPosition } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { headerPairs } from "../../../../engine/fold/record-headers-and-sizes.ts";
import { recordWords } from "../../../../language/english/tape.ts";
import type { TapeCard } from "./tape-cards.ts";

const { command, decided, call } = recordWords;
const stepsWithoutRecord: Partial<Record<TapeCard["kind"], string>> = { command, decided, call };

/** What is known of one card: position, key, time, headers, and its JSON. A steady place below the tape, no pop-up. */
export function RecordLine({ card }: { card: TapeCard | null }) {
  if (!card) {
    return (
      <p className="wb-record">
        <span className="wb-soft">{recordWords.none}</span>
      </p>
    );
  }
  const { record } = card;
  if (!record) {
    return (
      <p className="wb-record">
        <span>{stepsWithoutRecord[card.kind]}</span>
        <code>{showHidden(card.summary)}</code>
      </p>
    );
  }
  const headers = headerPairs(record);
  return (
    <details className="wb-record">
      <summary>
        <span className="wb-record-place">{formatPosition(record.position)}</span>
        {"event" in record && <span className="wb-record-type">{showHidden(record.event.type)}</span>}
        <span>{record.key === null ? recordWords.noKey : recordWords.key(showHidden(record.key))}</span>
        {describeMoment(record.timestamp) && <span>{describeMoment(record.timestamp)}</span>}
        {headers.length > 0 && (
          <span>{showHidden(headers.map(([name, value]) => `${name}: ${value ?? "null"}`).join(", "))}</span>
        )}
        <code>{showHidden(formatValue(record))}</code>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long record has to scroll by key */}
      <pre tabIndex={0}>{showHidden(JSON.stringify(wholeRecord(record), null, 2))}</pre>
    </details>
  );
}

type Read = NonNullable<TapeCard["record"]>;

/** Empty for a record without a time, whose timestamp is 0, and for a time that no date can name. */
function describeMoment(timestamp: number): string {
  const moment = new Date(timestamp);
  if (timestamp === 0 || Number.isNaN(moment.valueOf())) return "";
  return moment.toISOString().replace("T", " ").replace(".000Z", "Z");
}

function formatValue(record: Read): string {
  if ("tombstone" in record) return recordWords.tombstone;
  if ("notAnEvent" in record) return `${record.notAnEvent} ${record.value}`;
  return JSON.stringify(record.event.data);
}

function wholeRecord(record: Read) {
  const { position, timestamp, key, headers } = record;
  const value = "event" in record ? record.event : "tombstone" in record ? null : record.value;
  return { position, timestamp, key, headers, value };
}
