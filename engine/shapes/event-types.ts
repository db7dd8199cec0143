import type { Json } from "../fold/json.ts";
import { accepts, joined, type Shape, shapeOf } from "./shape.ts";

/** The event types of a log: for each what its data has looked like, and how many records have it. */
export type EventTypes = Map<string, { data: Shape; records: number }>;

/** More types than this are not told apart: they are names that somebody made up, not types. */
export const mostTypes = 200;

/** Takes one more event into account. Changes `types`. */
export function learn(types: EventTypes, event: { type: string; data: Json }): void {
  const known = types.get(event.type);
  if (!known && types.size >= mostTypes) return;
  if (!known) {
    types.set(event.type, { data: shapeOf(event.data), records: 1 });
    return;
  }
  known.records++;
  // After the first few thousand records there is seldom anything new to learn.
  if (!accepts(known.data, event.data)) known.data = joined(known.data, shapeOf(event.data));
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
