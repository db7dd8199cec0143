/**
 * A value in a message about a step: as text, or for a list its length, and for a large object the number of its
 * entries. `nothing` where there is no value.
 */
export type ShortValue = {
  kind: "nothing" | "text" | "list" | "empty" | "entries";
  value: string | number;
};

/** The value in English. */
export function shortValueInWords({ kind, value }: ShortValue): string {
  switch (kind) {
    case "nothing":
      return "nothing";
    case "list":
      return `a list of ${value}`;
    case "empty":
      return "empty";
    case "entries":
      return `${value} entries`;
    default:
      return String(value);
  }
}
