import type { LoggedRecord, TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { eventColour, keySign } from "../../../../figures/event-colours.ts";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";

/** The newest records that are drawn. */
const drawn = 60;

/** The records of a topic in their order, those that are gone as empty places. */
export function RecordLane({ log }: { log: TopicLog }) {
  const records = log.records.slice(-drawn);
  return (
    <ol className="record-lane" aria-label={words.laneOf(log.topic)}>
      {records.map((record) => (
        <li key={record.offset} className={record.gone ?? "held"} title={describe(record)}>
          <span aria-hidden="true" style={{ color: eventColour(record.key ?? "") }}>
            {record.type === null ? "✕" : keySign(record.key ?? "")}
          </span>
          <small>{record.offset}</small>
        </li>
      ))}
    </ol>
  );
}

function describe({ offset, key, type, data, gone }: LoggedRecord): string {
  const amount = typeof data === "object" && data !== null && "amount" in data ? ` ${data.amount}` : "";
  const what = type === null ? words.tombstoneRecord : `${type}${amount}`;
  return words.record(offset, key ?? "", gone ? `${what}, ${words.gone[gone]}` : what);
}
