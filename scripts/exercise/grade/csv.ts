/** Rows as CSV (RFC 4180) with a head. What is null or missing is an empty field. */
export function csv<Column extends string>(
  columns: Column[],
  rows: Record<Column, string | number | boolean | null>[],
): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column])).join(","));
  return [columns.join(","), ...lines].join("\r\n");
}

/** How a formula begins, also with the wide signs of East Asian keyboards, and what a spreadsheet takes away before it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that begins like a formula gets an apostrophe before it: a spreadsheet would work it out, and file names and
 * messages come from somebody else.
 */
function field(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = typeof value === "string" && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
