import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import { changeOf, member, type StateChange } from "./state-change.ts";

/** One cell: what it holds, what it held before this step, and what became of it. */
export interface Cell {
  now: Json | undefined;
  was: Json | undefined;
  change: StateChange;
}

export interface Row {
  /** What the row goes by: its name in an object, its place in a list. */
  name: string;
  change: StateChange;
  cells: Cell[];
}

/** A part of a state as a table. */
export interface Table {
  /** Where it lies, such as `topThree.places`; empty for the state itself. */
  path: string;
  /** Whether its rows go by their names or by their places. */
  by: "name" | "place";
  /** The names of the columns; a single empty one where each row is one value. */
  columns: string[];
  rows: Row[];
}

/** So deep are tables looked for: a read model's state lies one deeper than that of a reducer. */
const deepest = 3;

/**
 * Everything in a state that is a list or an object of like things, as tables; what stands alone beside them is a table
 * of names and values. Takes any JSON; without a state before nothing has changed.
 */
export function tablesIn(state: Json, before: Json = state, path = "", depth = 1): Table[] {
  if (Array.isArray(state) || Array.isArray(before)) return [listTable(path, list(state), list(before))];
  const [now, was] = [isObject(state) ? state : {}, isObject(before) ? before : {}];
  const names = [...new Set([...Object.keys(now), ...Object.keys(was)])];
  if (names.length === 0) return path === "" ? [] : [{ path, by: "name", columns: [""], rows: [] }];
  const alone = names.filter((name) => !isFull(member(now, name)) && !isFull(member(was, name)));
  const asRows = alone.length === 0 && areRows(names, [...members(now), ...members(was)], path === "");
  if (asRows || depth > deepest) return [objectTable(path, now, was, names)];
  const below = names
    .filter((name) => !alone.includes(name))
    .flatMap((name) => {
      const deeper = path === "" ? name : `${path}.${name}`;
      return tablesIn(member(now, name) ?? null, member(was, name) ?? null, deeper, depth + 1);
    });
  return alone.length > 0 ? [objectTable(path, now, was, alone), ...below] : below;
}

const isFull = (value: Json | undefined) => typeof value === "object" && value !== null;
const list = (value: Json): Json[] => (Array.isArray(value) ? value : []);
const members = (value: JsonObject): Json[] => Object.values(value);

/**
 * Whether these are rows of one table: objects of plain values. A state's own parts seldom are of one kind: they are rows
 * only where they are called the same inside, as in a state by key. A single object is a row where its values differ in
 * kind, and else a table of its own.
 */
function areRows(names: string[], values: Json[], own: boolean): boolean {
  const plain = (value: Json) => !isFull(value) || (Array.isArray(value) && !value.some(isFull));
  if (!values.every((row) => isObject(row) && members(row).length > 0 && members(row).every(plain)))
    return false;
  const rows = values as JsonObject[];
  if (names.length === 1)
    return rows.every((row) => new Set(members(row).map((value) => typeof value)).size > 1);
  return !own || new Set(rows.map((row) => Object.keys(row).sort().join())).size === 1;
}

function objectTable(path: string, now: JsonObject, was: JsonObject, names: string[]): Table {
  const pairs = names.map((name) => ({ name, now: member(now, name), was: member(was, name) }));
  return { path, by: "name", ...filled(pairs) };
}

/** A row of a list that has an `id` goes by it, so that one that moves is not marked; any other goes by its place. */
function listTable(path: string, now: Json[], was: Json[]): Table {
  const ids = (rows: Json[]) => rows.map((row) => member(row, "id"));
  const named = [now, was].every((rows) => {
    const found = ids(rows);
    return found.every((id) => typeof id === "string") && new Set(found).size === found.length;
  });
  const before = (row: Json, place: number) =>
    named ? was.find((each) => member(each, "id") === member(row, "id")) : was[place];
  const kept = now.map((row, place) => ({ name: String(place), now: row, was: before(row, place) }));
  const gone = was
    .map((row, place) => ({ name: String(place), now: undefined, was: row }))
    .filter(({ was: row }, place) =>
      named ? !now.some((each) => member(each, "id") === member(row, "id")) : place >= now.length,
    );
  return { path, by: "place", ...filled([...kept, ...gone]) };
}

interface Pair {
  name: string;
  now: Json | undefined;
  was: Json | undefined;
}

/** The columns are the members that any row has; rows that are no objects have one column without a name. */
function filled(pairs: Pair[]): Pick<Table, "columns" | "rows"> {
  const values = pairs.flatMap(({ now, was }) => [now, was]).filter((value) => value !== undefined);
  const objects = values.length > 0 && values.every(isObject);
  const columns = objects ? [...new Set(values.flatMap((value) => Object.keys(value as JsonObject)))] : [""];
  const rows = pairs.map(({ name, now, was }): Row => {
    const cells = columns.map((column): Cell => {
      const cell = objects ? { now: member(now, column), was: member(was, column) } : { now, was };
      const neither = cell.now === undefined && cell.was === undefined;
      return { ...cell, change: neither ? "same" : changeOf(cell.now, cell.was) };
    });
    return { name, change: changeOf(now, was), cells };
  });
  return { columns, rows };
}
