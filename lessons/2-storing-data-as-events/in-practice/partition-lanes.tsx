import { eventColour, eventSign } from "../../../figures/event-colours.ts";

export interface LaneRecord {
  partition: number;
  offset: number;
  key: string;
  type: string;
  says: string;
}

/** The records of a topic, a list for each partition. The newest one is marked. */
export function PartitionLanes({ partitions, records }: { partitions: number; records: LaneRecord[] }) {
  const newest = records.at(-1);
  return (
    <div className="practice-lanes">
      {Array.from({ length: partitions }, (_, partition) => partition).map((partition) => (
        <div key={partition} className="practice-lane">
          <strong>partition {partition}</strong>
          <ol aria-label={`Records of partition ${partition}`}>
            {records
              .filter((record) => record.partition === partition)
              .map((record) => (
                <li key={record.offset} className={record === newest ? "newest" : undefined}>
                  <span className="practice-offset">{record.offset}</span> {record.key}{" "}
                  <span aria-hidden="true" style={{ color: eventColour(record.type) }}>
                    {eventSign(record.type)}
                  </span>{" "}
                  {record.says}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
