import { textWidth } from "./text-width.ts";

/** What is shown as a table. */
export interface Table {
  columns: { name: string; type: number }[];
  rows: (string | null)[][];
  title?: string;
  /** In the place of how many rows there are. */
  footers?: string[];
}

/** How results are written, as psql's flags and backslash commands set it. */
export interface ResultFormat {
  form: "aligned" | "unaligned" | "csv";
  expanded: boolean;
  tuplesOnly: boolean;
  separator: string;
}

/** Types whose values are aligned right: numbers, oid, money and the ids of transactions. */
const rightAligned = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069]);

/** The lines that psql prints for a result. */
export function formatResult(table: Table, format: ResultFormat): string[] {
  if (format.form === "csv") return format.expanded ? expandedCsv(table) : csv(table, format);
  if (format.form === "unaligned")
    return format.expanded ? expandedUnaligned(table, format) : unaligned(table, format);
  return format.expanded ? expanded(table, format) : aligned(table, format);
}

function rowCount({ rows }: Table): string {
  return `(${rows.length} ${rows.length === 1 ? "row" : "rows"})`;
}

function pad(text: string, width: number, right = false): string {
  const blanks = " ".repeat(Math.max(0, width - textWidth(text)));
  return right ? blanks + text : text + blanks;
}

function widest(texts: string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split("\n")).map(textWidth));
}

function aligned(table: Table, { tuplesOnly }: ResultFormat): string[] {
  const { columns, rows, title, footers } = table;
  const widths = columns.map(({ name }, at) =>
    Math.max(textWidth(name), widest(rows.map((row) => row[at] ?? ""))),
  );
  const lines: string[] = [];
  if (!tuplesOnly) {
    const total = widths.reduce((sum, width) => sum + width + 3, 0) - 1;
    if (title !== undefined)
      lines.push(" ".repeat(Math.max(0, Math.floor((total - textWidth(title)) / 2))) + title);
    if (columns.length > 0)
      lines.push(columns.map(({ name }, at) => ` ${centered(name, widths[at] ?? 0)} `).join("|"));
    lines.push(columns.length > 0 ? widths.map((width) => "-".repeat(width + 2)).join("+") : "--");
  }
  const right = columns.map(({ type }) => rightAligned.has(type));
  if (columns.length > 0) for (const row of rows) lines.push(...alignedRow(row, widths, right));
  if (!tuplesOnly) lines.push(...(footers ?? [rowCount(table)]));
  return [...lines, ""];
}

function centered(text: string, width: number): string {
  const blanks = width - textWidth(text);
  return " ".repeat(Math.floor(blanks / 2)) + text + " ".repeat(Math.ceil(blanks / 2));
}

/** A row over as many lines as its longest value has; a plus says that a value goes on. */
function alignedRow(row: (string | null)[], widths: number[], right: boolean[]): string[] {
  const cells = widths.map((_, at) => (row[at] ?? "").split("\n"));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => {
        const text = cell[line] ?? "";
        const goesOn = line < cell.length - 1;
        const last = at === cells.length - 1;
        if (last && !goesOn && !right[at]) return ` ${text}`;
        const padded = pad(text, widths[at] ?? 0, right[at]);
        return ` ${padded}${goesOn ? "+" : last ? "" : " "}`;
      })
      .join("|"),
  );
}

function expanded(table: Table, { tuplesOnly }: ResultFormat): string[] {
  const { columns, rows, title } = table;
  if (rows.length === 0) return tuplesOnly ? [] : [rowCount(table), ""];
  const nameWidth = widest(columns.map(({ name }) => name));
  const valueWidth = widest(rows.flatMap((row) => columns.map((_, at) => row[at] ?? "")));
  const lines = title === undefined || tuplesOnly ? [] : [title];
  rows.forEach((row, number) => {
    if (!tuplesOnly) lines.push(recordLine(number + 1, nameWidth, valueWidth));
    else if (number > 0) lines.push(`${"-".repeat(nameWidth + 1)}+${"-".repeat(valueWidth + 1)}`);
    columns.forEach(({ name }, at) => {
      const values = (row[at] ?? "").split("\n");
      values.forEach((text, line) => {
        const goesOn = line < values.length - 1;
        const shown = goesOn ? `${pad(text, valueWidth)}+` : text;
        lines.push(`${pad(line === 0 ? name : "", nameWidth)} | ${shown}`);
      });
    });
  });
  return [...lines, ""];
}

/** The rule over a record, with a plus over the line between names and values where there is room for it. */
function recordLine(number: number, nameWidth: number, valueWidth: number): string {
  const name = `-[ RECORD ${number} ]`;
  const rule = `${"-".repeat(nameWidth + 1)}+${"-".repeat(valueWidth + 1)}`;
  return name + rule.slice(name.length);
}

function unaligned(table: Table, { tuplesOnly, separator }: ResultFormat): string[] {
  const { columns, rows, title, footers } = table;
  const lines = rows.map((row) => row.map((value) => value ?? "").join(separator));
  if (tuplesOnly) return lines;
  const head = columns.map(({ name }) => name).join(separator);
  return [...(title === undefined ? [] : [title]), head, ...lines, ...(footers ?? [rowCount(table)])];
}

function expandedUnaligned(table: Table, { separator, tuplesOnly }: ResultFormat): string[] {
  const { columns, rows } = table;
  if (rows.length === 0) return tuplesOnly ? [] : [rowCount(table)];
  return rows.flatMap((row, number) => [
    ...(number > 0 ? [""] : []),
    ...columns.map(({ name }, at) => `${name}${separator}${row[at] ?? ""}`),
  ]);
}

function csv({ columns, rows }: Table, { tuplesOnly }: ResultFormat): string[] {
  const lines = rows.map((row) => row.map((value) => quoted(value ?? "")).join(","));
  return tuplesOnly ? lines : [columns.map(({ name }) => quoted(name)).join(","), ...lines];
}

function expandedCsv({ columns, rows }: Table): string[] {
  return rows.flatMap((row) => columns.map(({ name }, at) => `${quoted(name)},${quoted(row[at] ?? "")}`));
}

function quoted(text: string): string {
  return /[",\n\r]|^\\\.$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
