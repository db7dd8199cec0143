import { limitGroups, limitTableWords as words } from "../../../language/english/limits.ts";
import { number } from "../../../language/numbers.ts";

/** A group of limits: what is counted, and the most of it in words. */
export interface LimitGroup {
  title: string;
  rows: [what: string, most: string][];
}

/** A server's limits by name, in words. Those that the page does not know come last, under their names. */
export function limitRows(limits: Record<string, number>): LimitGroup[] {
  const unknown = new Map(Object.entries(limits));
  const groups = limitGroups.map(({ title, limits: named }) => {
    const rows = Object.entries(named).flatMap(([name, what]): LimitGroup["rows"] => {
      const value = unknown.get(name);
      unknown.delete(name);
      return value === undefined ? [] : [[what, formatLimit(name, value)]];
    });
    return { title, rows };
  });
  const others = [...unknown].map(([name, value]): [string, string] => [name, formatLimit(name, value)]);
  return [...groups, { title: words.others, rows: others }].filter(({ rows }) => rows.length > 0);
}

/** The unit follows from the last word of a limit's name. */
function formatLimit(name: string, value: number): string {
  if (/bytes/i.test(name) && name !== "bytesAgeMilliseconds") return formatBytes(value);
  if (name.endsWith("Milliseconds"))
    return value >= 1_000 ? words.seconds(number(value / 1_000)) : words.milliseconds(number(value));
  return /characters$/i.test(name) ? words.characters(number(value)) : number(value);
}

function formatBytes(value: number): string {
  const [kilo, mega] = [1024, 1024 * 1024];
  if (value >= mega) return words.megabytes(number(value / mega));
  return value >= kilo ? words.kilobytes(number(value / kilo)) : words.bytes(number(value));
}
