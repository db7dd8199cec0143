import type { ParsedLine, Place } from "./parsed-line.ts";

/**
 * A line as `kafka-console-consumer` prints it with `print.key` and its sisters: parts between tabs, the value last, as in
 * `CreateTime:1772442000000	Partition:0	Offset:3	cart-1	{"type":…}`. Null where it is none.
 */
export function consoleLine(text: string): ParsedLine | null {
  const parts = text.split("\t");
  const place: Place = {};
  let timestamp = 0;
  let headers = {};
  while (parts.length > 1) {
    const [name, told] = nameAndRest(parts[0] as string);
    if (name === "CreateTime" || name === "LogAppendTime") timestamp = Number(told);
    else if (name === "Partition") place.partition = Number(told);
    else if (name === "Offset") place.offset = Number(told);
    else if (name === "NO_HEADERS" || name === "NO_TIMESTAMP") headers = {};
    else break;
    parts.shift();
  }
  if (parts.length === 3) headers = headersIn(parts.shift() as string);
  const value = parts.pop() as string;
  if (parts.length > 1 || (parts.length === 0 && place.offset === undefined && timestamp === 0)) return null;
  const [key] = parts;
  if (value !== "null" && !isJson(value)) return null;
  return {
    kind: "record",
    place,
    timestamp,
    key: key === undefined || key === "null" ? null : key,
    headers,
    value: value === "null" ? null : value,
  };
}

const nameAndRest = (part: string): [name: string, rest: string] => {
  const at = part.indexOf(":");
  const told = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  const numeric = /^\d+$/.test(told[1] as string) || told[1] === "";
  return numeric ? (told as [string, string]) : ["", ""];
};

/** `name:value,name:value`, as the console consumer prints them. */
function headersIn(part: string): Record<string, string> {
  return Object.fromEntries(
    part.split(",").map((header) => {
      const at = header.indexOf(":");
      return at < 0 ? [header, ""] : [header.slice(0, at), header.slice(at + 1)];
    }),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
