import { isObject } from "../../../../engine/fold/json.ts";
import type { ShownRecord } from "../../../../engine/labs/topics/topic-events.ts";
import { heldRecords, type TopicLogs } from "../../../../engine/labs/topics/topic-logs.ts";
import { type SeatStep, seatSteps } from "../../../../engine/labs/two-writers/seats.ts";
import { shownTopics } from "../../../../engine/labs/two-writers/topic-names.ts";
import { eventColour, eventSign } from "../../../../figures/event-colours.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

interface RecordTableProps {
  topics: TopicLogs;
  flight: string;
  title: string;
  lead: string;
}

/** The records of a flight in both topics, with what the fold makes of each. */
export function RecordTable({ topics, flight, title, lead }: RecordTableProps) {
  const steps = Object.values(shownTopics)
    .flatMap((topic) => {
      const log = topics[topic];
      const records = log ? heldRecords(log).filter(({ key }) => key === flight) : [];
      return seatSteps(records).map((step) => ({ ...step, topic }));
    })
    .toSorted((a, b) => a.record.timestamp - b.record.timestamp);
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <p className="lab-soft">{lead}</p>
      <ScrollBox label={title}>
        <table className="writers-table">
          <thead>
            <tr>
              <th scope="col">{words.topic}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.key}</th>
              <th scope="col">{words.record}</th>
              <th scope="col">{words.fold}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <RecordRow key={`${step.topic} ${step.record.partition}@${step.record.offset}`} {...step} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function RecordRow({ topic, record, ruling, after }: SeatStep & { topic: string }) {
  const { partition, offset, key, type } = record;
  const isFolded = topic === shownTopics.bookings;
  return (
    <tr>
      <td>
        <code>{topic}</code>
      </td>
      <td className="number">{`${partition}@${offset}`}</td>
      <td>
        <code>{key}</code>
      </td>
      <td>
        <span aria-hidden="true" style={{ color: eventColour(type ?? "") }}>
          {eventSign(type ?? "")}
        </span>{" "}
        {type} <small>{detailOf(record)}</small>
      </td>
      <td className={isFolded && ruling === "booked-twice" ? "bad" : ""}>{words.rulings[ruling]}</td>
      <td>{isFolded && after && words.seat(after.holders, after.version)}</td>
    </tr>
  );
}

/** Who wrote it, and which version it expects. */
function detailOf({ data }: ShownRecord): string {
  if (!isObject(data) || typeof data.by !== "string") return "";
  return words.detail(data.by, typeof data.expectedVersion === "number" ? data.expectedVersion : null);
}
