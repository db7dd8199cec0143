import { showHidden } from "../../engine/fold/hidden-characters.ts";
import type { Json } from "../../engine/fold/json.ts";
import { mark, table as words } from "../../language/english/views.ts";
import { formatValue } from "./state-change.ts";
import { type Cell, type Table, tablesIn } from "./tables-of-state.ts";

export interface TableViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

/** More rows and tables than these are counted, not drawn. */
const drawnRows = 40;
const drawnTables = 8;
/** Values up to this length stay on one line: dates, names, places. */
const unbroken = 24;

/** Lists and objects of a state as tables, the cells that changed marked with what they held. Draws any state. */
export function TableView({ state, before }: TableViewProps) {
  const tables = tablesIn(state, before);
  if (tables.length === 0) return <p className="state-table-none">{words.none}</p>;
  return (
    <div className="state-tables">
      {tables.slice(0, drawnTables).map((table) => (
        <StateTable key={table.path} table={table} />
      ))}
      {tables.length > drawnTables && (
        <p className="state-table-none">{words.moreTables(tables.length - drawnTables)}</p>
      )}
    </div>
  );
}

/** One table, with its path as its caption. */
export function StateTable({ table, caption }: { table: Table; caption?: string }) {
  const { path, by, columns, rows } = table;
  const single = columns.length === 1 && columns[0] === "";
  const more = rows.length - drawnRows;
  return (
    <section
      className="state-table-place"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and has to by key
      tabIndex={0}
    >
      <table className="state-table">
        <caption>{showHidden(caption ?? (path || words.whole))}</caption>
        <thead className={single ? "sr-only" : undefined}>
          <tr>
            <th scope="col">{by === "name" ? words.name : words.place}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {single ? words.value : showHidden(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td className="state-table-empty" colSpan={columns.length + 1}>
                {words.empty}
              </td>
            </tr>
          )}
          {rows.slice(0, drawnRows).map((row) => (
            <tr key={`${row.name}${row.change === "gone" ? " gone" : ""}`} className={row.change}>
              <th scope="row">
                {showHidden(row.name)}
                {!single && row.change === "new" && <span className="state-table-mark">{mark.new}</span>}
                {!single && row.change === "gone" && <span className="state-table-mark">{mark.taken}</span>}
              </th>
              {row.cells.map((cell, i) => (
                <StateCell key={columns[i]} cell={cell} alone={single || row.change === "changed"} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="state-table-none">{words.more(more)}</p>}
    </section>
  );
}

/** A cell says what it held before; in a row that is new or gone as a whole the row says it once. */
function StateCell({ cell: { now, was, change }, alone }: { cell: Cell; alone: boolean }) {
  const shown = now === undefined ? was : now;
  const kind = typeof shown === "number" ? " number" : formatValue(shown).length <= unbroken ? " short" : "";
  return (
    <td className={`${alone ? change : ""}${kind}`}>
      {change === "gone" ? <s>{formatValue(was)}</s> : formatValue(now)}
      {alone && change === "new" && <span className="state-table-mark">{mark.new}</span>}
      {alone && change === "gone" && <span className="state-table-mark">{mark.taken}</span>}
      {alone && change === "changed" && (
        <span className="state-table-mark">{mark.was(formatValue(was))}</span>
      )}
    </td>
  );
}
