import type { ShownRecord } from "../../../../engine/labs/topics/topic-events.ts";
import { eventColour, eventSign } from "../../../../figures/event-colours.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

/** Records in the order in which somebody reads them. */
export function RecordChips({ records }: { records: ShownRecord[] }) {
  return (
    <ol className="record-chips">
      {records.map((record) => (
        <li key={`${record.partition}@${record.offset}`}>
          <span aria-hidden="true" style={{ color: eventColour(record.type ?? "") }}>
            {eventSign(record.type ?? "")}
          </span>{" "}
          {record.type} <small>{detailOf(record)}</small>{" "}
          <code>{words.place(record.partition, record.offset)}</code>
        </li>
      ))}
    </ol>
  );
}

/** What the event is about: its order, cart or customer, and the amount or the item. */
function detailOf({ data }: ShownRecord): string {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "";
  const { order, cart, customer, amount, item } = data;
  return [order ?? cart ?? customer, amount ?? item].filter((part) => part !== undefined).join(" ");
}
