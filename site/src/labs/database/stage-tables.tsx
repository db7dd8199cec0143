import type { SessionView } from "../../../../engine/labs/database/events.ts";
import type { Stage } from "../../../../engine/labs/database/evolve.ts";
import { sessionNames } from "../../../../engine/labs/database/interleavings.ts";
import type { TableRows } from "../../../../engine/labs/database/sql-answer.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";

/** The table as it is committed, between what each session would read. */
export function StageTables({ stage: { committed, seen } }: { stage: Stage }) {
  if (committed === null) return null;
  return (
    <section className="database-tables" aria-labelledby="database-tables">
      <h3 id="database-tables">{words.tables}</h3>
      <div className="database-three">
        <figure>
          <figcaption>{words.sees("A")}</figcaption>
          <View view={seen?.A} committed={committed} />
        </figure>
        <figure className="database-committed">
          <figcaption>{words.committed}</figcaption>
          <Tables tables={committed} />
        </figure>
        {sessionNames.slice(1).map((session) => (
          <figure key={session}>
            <figcaption>{words.sees(session)}</figcaption>
            <View view={seen?.[session]} committed={committed} />
          </figure>
        ))}
      </div>
    </section>
  );
}

function View({ view, committed }: { view: SessionView | undefined; committed: TableRows[] }) {
  if (view === undefined) return null;
  if (!("tables" in view)) return <p className="lab-soft">{words.views[view.state]}</p>;
  return (
    <>
      <Tables tables={view.tables} other={committed} />
      {view.state === "snapshot" && <p className="lab-soft">{words.snapshotSays}</p>}
    </>
  );
}

/** Rows of each table; a row that the other tables do not have is marked. */
export function Tables({ tables, other }: { tables: TableRows[]; other?: TableRows[] }) {
  if (tables.length === 0) return <p className="lab-soft">{words.noTable}</p>;
  return tables.map((table) => <Rows key={table.name} table={table} other={other} />);
}

function Rows({ table, other }: { table: TableRows; other: TableRows[] | undefined }) {
  const { name, columns, rows, more } = table;
  const known = new Set(other?.find((each) => each.name === name)?.rows.map((row) => JSON.stringify(row)));
  return (
    <table className="database-table">
      <caption>{name}</caption>
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
        {rows.map((row) => {
          const text = JSON.stringify(row);
          const differs = other !== undefined && !known.has(text);
          return (
            <tr
              key={text}
              className={differs ? "changed" : undefined}
              title={differs ? words.changed : undefined}
            >
              {row.map((value, index) => (
                <td key={columns[index]}>{value ?? <i>{words.sqlNull}</i>}</td>
              ))}
            </tr>
          );
        })}
        {(rows.length === 0 || more) && (
          <tr>
            <td colSpan={Math.max(1, columns.length)}>{more ? words.moreRows : words.noRows}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
