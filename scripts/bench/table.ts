export interface Row {
  what: string;
  value: number;
  unit: "ms" | "/s" | "×";
}

/** The value below which `share` of the values lie; 0.5 is the median. Throws on an empty list. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error("There is no percentile of nothing.");
  return value;
}

export const median = (values: number[]): number => percentile(values, 0.5);

/** The rows as a Markdown table, as the README quotes them. */
export function table(rows: Row[]): string {
  const figure = ({ value, unit }: Row) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ${unit}`;
  return ["| what | figure |", "|---|---|", ...rows.map((row) => `| ${row.what} | ${figure(row)} |`)].join(
    "\n",
  );
}
