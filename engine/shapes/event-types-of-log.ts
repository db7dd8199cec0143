import type { Json } from "../fold/json.ts";
import { accepts, mergeShapes, type Shape, shapeOf } from "./shape.ts";

/** The event types of a log: for each what its data has looked like, and how many records have it. */
export type EventTypesOfLog = Map<string, { data: Shape; records: number }>;

/** More types than this are not distinguished: so many names are generated, not types. */
export const mostTypes = 200;

/** Takes one more event into account. Changes `types`. */
export function addEventType(types: EventTypesOfLog, event: { type: string; data: Json }): void {
  const known = types.get(event.type);
  if (!known && types.size >= mostTypes) return;
  if (!known) {
    types.set(event.type, { data: shapeOf(event.data), records: 1 });
    return;
  }
  known.records++;
  // After the first few thousand records there is seldom anything new to learn.
  if (!accepts(known.data, event.data)) known.data = mergeShapes(known.data, shapeOf(event.data));
}
