import type { Json } from "../fold/json.ts";
import { joined, type Shape, shapeOf } from "./shape.ts";

/** The event types of a log: for each what its data has looked like, and how many records have it. */
export type EventTypes = Map<string, { data: Shape; records: number }>;

/** More types than this are not told apart: they are names that somebody made up, not types. */
export const mostTypes = 200;

/** Takes one more event into account. Changes `types`. */
export function learn(types: EventTypes, event: { type: string; data: Json }): void {
  const known = types.get(event.type);
  if (!known && types.size >= mostTypes) return;
  const data = shapeOf(event.data);
  types.set(event.type, {
    data: known ? joined(known.data, data) : data,
    records: (known?.records ?? 0) + 1,
  });
}

/** The types of all that two parts of a log hold. */
export function joinedTypes(a: EventTypes, b: EventTypes): EventTypes {
  const types = new Map(a);
  for (const [type, { data, records }] of b) {
    const known = types.get(type);
    types.set(
      type,
      known ? { data: joined(known.data, data), records: known.records + records } : { data, records },
    );
  }
  return types;
}
