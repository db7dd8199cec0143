import type { ShownRow } from "../../../../engine/labs/change-capture/events.ts";
import type { CaptureState } from "../../../../engine/labs/change-capture/evolve.ts";
import { capturedTables } from "../../../../engine/labs/change-capture/shapes.ts";
import { captureWords as words } from "../../../../language/english/capture-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

/** Records that are shown of each topic: the newest. */
const shown = 30;

/** The records of each change topic, the newest first. */
export function ChangeTable({ state: { changes, topics } }: { state: CaptureState }) {
  const { offset, op, key, before, after, lsn } = words.columns;
  return (
    <section aria-labelledby="capture-records">
      <h2 id="capture-records">{words.records}</h2>
      {capturedTables.map((table) => {
        const records = changes.filter((change) => change.table === table).slice(-shown);
        const name = words.topicOf(topics?.[table] ?? table);
        return (
          <ScrollBox key={table} label={name}>
            <table className="capture-table">
              <caption>{name}</caption>
              <thead>
                <tr>
                  {[offset, op, key, before, after, lsn].map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {records.length === 0 && (
                  <tr>
                    <td colSpan={6}>{words.noRecords}</td>
                  </tr>
                )}
                {records.toReversed().map((change) => (
                  <tr key={change.offset} className={change.again ? "again" : undefined}>
                    <td>{change.offset}</td>
                    <td>
                      <span className={`capture-op op-${change.op}`}>{words.ops[change.op]}</span>
                      {change.again && <em> {words.cameAgain}</em>}
                    </td>
                    <td>{change.key}</td>
                    <td>
                      <RowText row={change.before} />
                    </td>
                    <td>
                      <RowText row={change.after} />
                    </td>
                    <td>{change.op === "tombstone" ? "" : change.lsn}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        );
      })}
    </section>
  );
}

/** A row in a line: `id 1, status PAID`. */
function RowText({ row }: { row: ShownRow | null }) {
  if (row === null) return <i>{words.nothing}</i>;
  return Object.entries(row).map(([column, value]) => (
    <span key={column} className="capture-value">
      <small>{column}</small> {value ?? <i>{words.nothing}</i>}{" "}
    </span>
  ));
}
