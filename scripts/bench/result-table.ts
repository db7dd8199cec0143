export interface Row {
  what: string;
  value: number;
  unit: "ms" | "s" | "/s" | "×" | "MB" | "of 100" | "events" | "runs" | "requests";
  /** The lowest and the highest of the rounds, where there were several. */
  spread?: [lowest: number, highest: number];
  /** What is to be reached: at least, or at most, this much. */
  target?: { atLeast: number } | { atMost: number };
}

/** The value below which `share` of the values lie; 0.5 is the median. Throws on an empty list. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error("There is no percentile of nothing.");
  return value;
}

export const median = (values: number[]): number => percentile(values, 0.5);

/** A row that is the median of several rounds. */
export function medianRow(what: string, unit: Row["unit"], rounds: number[], target?: Row["target"]): Row {
  const spread: Row["spread"] = [Math.min(...rounds), Math.max(...rounds)];
  return { what, value: median(rounds), unit, spread, ...(target && { target }) };
}

/** Whether a row reaches its target; null where it has none. */
export function meetsTarget({ value, target }: Row): boolean | null {
  if (!target) return null;
  return "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
}

/** The rows as a Markdown table, as the README quotes them. */
export function resultTable(rows: Row[]): string {
  const lines = rows.map((row) => {
    const { what, value, unit, spread, target } = row;
    const range = spread ? ` (${figure(spread[0])} to ${figure(spread[1])})` : "";
    const cells = [what, `${figure(value)} ${unit}${range}`, wanted(target, unit), yesOrNo(meetsTarget(row))];
    return `| ${cells.join(" | ")} |`;
  });
  return ["| what | figure | to reach | met |", "|---|---|---|---|", ...lines].join("\n");
}

function wanted(target: Row["target"], unit: Row["unit"]): string {
  if (!target) return "";
  return "atLeast" in target ? `≥ ${figure(target.atLeast)} ${unit}` : `≤ ${figure(target.atMost)} ${unit}`;
}

const yesOrNo = (reached: boolean | null): string => (reached === null ? "" : reached ? "yes" : "no");

function figure(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
