import type { ShownRow } from "../../../../engine/labs/change-capture/events.ts";
import type { CaptureState } from "../../../../engine/labs/change-capture/evolve.ts";
import { firstDifference } from "../../../../engine/labs/change-capture/rebuild-table.ts";
import { capturedTables } from "../../../../engine/labs/change-capture/shapes.ts";
import type { TableRows } from "../../../../engine/labs/database/sql-answer.ts";
import { captureWords as words } from "../../../../language/english/capture-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

/** Each table as PostgreSQL has it, beside the one that the fold makes of its changes. */
export function TablePair({ state: { tables, rebuilt, slot } }: { state: CaptureState }) {
  return (
    <section aria-labelledby="capture-tables">
      <h2 id="capture-tables">{words.tables}</h2>
      <p className="lab-lead">{words.tablesLead}</p>
      {capturedTables.map((table) => {
        const real = tables.find(({ name }) => name === table);
        const difference = firstDifference(real, rebuilt[table]);
        const columns = real?.columns ?? Object.keys(Object.values(rebuilt[table])[0] ?? {});
        return (
          <div key={table}>
            <div className="capture-pair">
              <Rows
                caption={words.real(table)}
                columns={columns}
                rows={real ? rowsOf(real) : []}
                marked={difference?.key}
              />
              <Rows
                caption={words.rebuilt(table)}
                columns={columns}
                rows={Object.values(rebuilt[table])}
                marked={difference?.key}
              />
            </div>
            {!real && <p className="bad">{words.tableMissing}</p>}
            {slot !== null && (
              <p role="status" className={difference ? "bad" : undefined}>
                {difference ? words.differs(table, difference.key) : words.same(table)}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

const rowsOf = ({ columns, rows }: TableRows): ShownRow[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, n) => [column, row[n] ?? null])));

interface RowsProps {
  caption: string;
  columns: string[];
  rows: ShownRow[];
  /** The key of a row that differs. */
  marked: string | undefined;
}

function Rows({ caption, columns, rows, marked }: RowsProps) {
  return (
    <ScrollBox label={caption}>
      <table className="capture-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={Math.max(1, columns.length)}>{words.noRows}</td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={JSON.stringify(row)} className={row.id === marked ? "differs" : undefined}>
              {columns.map((column) => (
                <td key={column}>{row[column] ?? <i>{words.nothing}</i>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
