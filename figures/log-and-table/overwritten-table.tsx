import { overwrittenTableWords } from "../../language/english/figures.ts";
import "./log-and-table.css";

export interface TableCell {
  value: string;
  /** The value this write put out of the world, shown for one step. */
  overwrote?: string;
}

export interface TableRow {
  id: string;
  cells: TableCell[];
}

export interface OverwrittenTableProps {
  caption: string;
  columns: string[];
  rows: TableRow[];
}

/** A database table that keeps the newest value of each cell. What a write replaced is struck out until the next one. */
export function OverwrittenTable({ caption, columns, rows }: OverwrittenTableProps) {
  return (
    <table className="overwritten-table">
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
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map(({ value, overwrote }, i) => (
              <td key={columns[i]} className={overwrote === undefined ? undefined : "overwritten"}>
                {overwrote !== undefined && (
                  <>
                    <del>{overwrote}</del>{" "}
                  </>
                )}
                {value}
              </td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={columns.length} className="no-rows">
              {overwrittenTableWords.noRows}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
