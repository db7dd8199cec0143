import { isObject, type Json } from "../../../../engine/fold/json.ts";

/** One part of a state as a line of a form: the keys that lead to it, and its value as text. */
export interface Row {
  path: string[];
  text: string;
}

/** A form with more lines than this is harder to read than JSON. */
const mostRows = 12;

/** The parts of a state, one for each value that is no object; null where a form does not suit it. */
export function rowsOf(state: Json): Row[] | null {
  if (!isObject(state)) return null;
  const rows = partsOf(state, []);
  return rows.length <= mostRows ? rows : null;
}

function partsOf(value: Json, path: string[]): Row[] {
  if (isObject(value) && (path.length === 0 || Object.keys(value).length > 0))
    return Object.entries(value).flatMap(([key, part]) => partsOf(part, [...path, key]));
  return [{ path, text: textOf(value) }];
}

/** A text stands without quotation marks, unless it would be read as something else. */
function textOf(value: Json): string {
  return typeof value === "string" && typeof valueIn(value) === "string" ? value : JSON.stringify(value);
}

/** What a line says: JSON where it is some, else the text itself. */
function valueIn(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The state that the lines make. Of two lines for the same part the later one counts. */
export function stateOf(rows: Row[]): Json {
  return rows.reduce<Json>((state, { path, text }) => withPart(state, path, valueIn(text)), {});
}

function withPart(state: Json, [key, ...deeper]: string[], value: Json): Json {
  if (key === undefined) return value;
  const held = isObject(state) ? state : {};
  const inner = Object.hasOwn(held, key) ? (held[key] as Json) : {};
  // Made of entries: a key named __proto__ is a key like any other.
  return Object.fromEntries([...Object.entries(held), [key, withPart(inner, deeper, value)]]);
}
