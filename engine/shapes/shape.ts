import { isObject, type Json } from "../fold/json.ts";

/**
 * What values of one place have looked like so far. Shapes only ever grow: `mergeShapes` is commutative and associative, so
 * that the order in which a log is read does not matter.
 */
export interface Shape {
  /** The plain kinds that were met there. */
  plain: Plain[];
  /** The shape of the items of all lists seen there; an empty shape if all lists were empty. */
  list?: Shape;
  object?: ObjectShape;
  /** Values lay too deep to be looked at: anything may stand there. */
  any?: true;
}

export type Plain = "null" | "boolean" | "number" | "string";

/** Objects by their members, or, if there are too many names, by the shape of all values together. */
export type ObjectShape = { members: Record<string, ShapeMember> } | { each: Shape };

export interface ShapeMember {
  shape: Shape;
  /** Whether every object had it. */
  always: boolean;
}

/** More names than this are no names of members but keys, as in `Record<string, …>`. */
export const mostMembers = 40;
/** Below this many levels a shape says nothing more. */
export const maxDepth = 12;

/** The shape of nothing: what no value has yet been met for. */
export const emptyShape: Shape = { plain: [] };

export function shapeOf(value: Json, depth = 0): Shape {
  if (depth > maxDepth) return { plain: [], any: true };
  if (Array.isArray(value)) {
    return { plain: [], list: value.map((each) => shapeOf(each, depth + 1)).reduce(mergeShapes, emptyShape) };
  }
  if (!isObject(value)) return { plain: [value === null ? "null" : (typeof value as Plain)] };
  const members = Object.entries(value).map(([name, each]): [string, ShapeMember] => [
    name,
    { shape: shapeOf(each, depth + 1), always: true },
  ]);
  return { plain: [], object: bounded(record(members)) };
}

/** The shape of everything that has either of the two shapes. */
export function mergeShapes(a: Shape, b: Shape): Shape {
  return {
    plain: [...new Set([...a.plain, ...b.plain])].sort(),
    ...both("list", a.list, b.list, mergeShapes),
    ...both("object", a.object, b.object, joinedObjects),
    ...((a.any ?? b.any) && { any: true }),
  };
}

function both<Name extends string, T>(
  name: Name,
  a: T | undefined,
  b: T | undefined,
  join: (a: T, b: T) => T,
) {
  if (a === undefined && b === undefined) return {};
  const value = a === undefined ? b : b === undefined ? a : join(a, b);
  return { [name]: value } as { [key in Name]: T };
}

function joinedObjects(a: ObjectShape, b: ObjectShape): ObjectShape {
  if ("each" in a || "each" in b) return { each: mergeShapes(anyMember(a), anyMember(b)) };
  const names = [...new Set([...Object.keys(a.members), ...Object.keys(b.members)])];
  const members = names.map((name): [string, ShapeMember] => {
    const [left, right] = [own(a.members, name), own(b.members, name)];
    if (left && right) {
      return [name, { shape: mergeShapes(left.shape, right.shape), always: left.always && right.always }];
    }
    return [name, { shape: (left ?? right)?.shape ?? emptyShape, always: false }];
  });
  return bounded(record(members));
}

function bounded(members: Record<string, ShapeMember>): ObjectShape {
  if (Object.keys(members).length <= mostMembers) return { members };
  return { each: anyMember({ members }) };
}

function anyMember(object: ObjectShape): Shape {
  if ("each" in object) return object.each;
  return Object.values(object.members)
    .map(({ shape }) => shape)
    .reduce(mergeShapes, emptyShape);
}

/** A member may be called `__proto__`. */
const record = (entries: [string, ShapeMember][]): Record<string, ShapeMember> => Object.fromEntries(entries);
const own = (members: Record<string, ShapeMember>, name: string) =>
  Object.hasOwn(members, name) ? members[name] : undefined;

/** Whether a value has this shape. */
export function accepts(shape: Shape, value: Json): boolean {
  if (shape.any) return true;
  if (Array.isArray(value)) {
    const { list } = shape;
    return list !== undefined && value.every((each) => accepts(list, each));
  }
  if (!isObject(value)) return shape.plain.includes(value === null ? "null" : (typeof value as Plain));
  const { object } = shape;
  if (object === undefined) return false;
  if ("each" in object) {
    const { each } = object;
    return Object.values(value).every((member) => accepts(each, member));
  }
  const { members } = object;
  return (
    Object.entries(members).every(([name, { always }]) => !always || Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, each]) => accepts(own(members, name)?.shape ?? emptyShape, each))
  );
}
