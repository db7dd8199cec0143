/** Rows under their titles, each column at least so wide and as wide as its longest cell; the last ends as it ends. */
export function formatColumns(titles: string[], rows: string[][], widths: number[]): string[] {
  const wide = titles.map((_, column) =>
    Math.max(widths[column] ?? 0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [titles, ...rows].map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(wide[column] ?? 0))).join(" "),
  );
}
