import { formatPosition } from "../../../../engine/fold/event.ts";
import type { TapeCard } from "./cards.ts";

const stepsWithoutRecord: Partial<Record<TapeCard["kind"], string>> = {
  command: "A command. It is in no log.",
  decided: "Decided here. It is in no log yet.",
  call: "One call, with the whole log as its argument.",
};

/** What is known of one card: position, key, time, headers, and its JSON. A steady place below the tape, no pop-up. */
export function RecordLine({ card }: { card: TapeCard | null }) {
  if (!card) {
    return (
      <p className="wb-record">
        <span className="wb-soft">Before the first record. Point at a card to read its record.</span>
      </p>
    );
  }
  const { record } = card;
  if (!record) {
    return (
      <p className="wb-record">
        <span>{stepsWithoutRecord[card.kind]}</span>
        <code>{card.summary}</code>
      </p>
    );
  }
  const headers = Object.entries(record.headers);
  return (
    <details className="wb-record">
      <summary>
        <span className="wb-record-place">{formatPosition(record.position)}</span>
        <span>key {record.key ?? "none"}</span>
        <span>{new Date(record.timestamp).toISOString().replace("T", " ").replace(".000Z", "Z")}</span>
        {headers.length > 0 && <span>{headers.map(([name, value]) => `${name}: ${value}`).join(", ")}</span>}
        <code>{valueInWords(record)}</code>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long record has to scroll by key */}
      <pre tabIndex={0}>{JSON.stringify(wholeRecord(record), null, 2)}</pre>
    </details>
  );
}

type Read = NonNullable<TapeCard["record"]>;

function valueInWords(record: Read): string {
  if ("tombstone" in record) return "null: a tombstone";
  if ("notAnEvent" in record) return `${record.notAnEvent} ${record.value}`;
  return JSON.stringify(record.event.data);
}

function wholeRecord(record: Read) {
  const { position, timestamp, key, headers } = record;
  const value = "event" in record ? record.event : "tombstone" in record ? null : record.value;
  return { position, timestamp, key, headers, value };
}
