import type { CleanUp, RecordOfDay } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";
import { signed } from "./describe-log.ts";
import { changeOfDay, dateOf, recordsOn } from "./stock.ts";

/** The log as its segments: each record as a small card, struck out where it is gone. */
export function LogOfDays({ today, cleanUp }: { today: number; cleanUp: CleanUp }) {
  const segments = Map.groupBy(recordsOn(today, cleanUp), ({ segment }) => segment);
  return (
    <div className="days-log">
      {[...segments].map(([segment, records]) => (
        <section key={segment} aria-label={`Segment ${segment + 1}`}>
          <p>
            Segment {segment + 1}
            {segment === segments.size - 1 ? ", open" : ""}
          </p>
          <ol>
            {records.map((record) => (
              <DayCard key={record.day} record={record} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function DayCard({ record: { day, held } }: { record: RecordOfDay }) {
  const { item, change } = changeOfDay(day);
  const amount = `${change > 0 ? "+" : ""}${signed(change)}`;
  return (
    <li className={held ? "held" : "gone"} title={dateOf(day)}>
      <b>{day}</b> {held ? item : <del>{item}</del>} {amount}
      {!held && <span className="sr-only"> gone</span>}
    </li>
  );
}
