import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";

/** A drawing as it is compared: its shapes, from the lowest to the topmost. */
export type Shapes = { shape: string; x: number; y: number }[];

/** An event of a drawing, as a record or a generated case holds it. */
export interface Gesture {
  type: string;
  data: Json;
}

/** An edit, and the drawing before it. */
interface Edit<G> {
  edit: G;
  before: Shapes;
}

/** What can be undone and redone after some gestures: the last of each list comes first. */
export interface Timeline<G extends Gesture = Gesture> {
  shapes: Shapes;
  done: Edit<G>[];
  undone: (Edit<G> & { after: Shapes })[];
}

/** Whether a gesture is an edit, which can be undone. `changes` says whether it finds something to edit. */
export type IsEdit = (gesture: Gesture, changes: boolean) => boolean;

/** The timeline after some gestures, also as a fold sees it that takes other gestures for edits. */
export function timelineOf<G extends Gesture>(
  gestures: G[],
  isEdit: IsEdit = (_, changes) => changes,
): Timeline<G> {
  const start: Timeline<G> = { shapes: [], done: [], undone: [] };
  return gestures.reduce((timeline, gesture) => after(timeline, gesture, isEdit), start);
}

function after<G extends Gesture>(timeline: Timeline<G>, gesture: G, isEdit: IsEdit): Timeline<G> {
  const { shapes, done, undone } = timeline;
  if (gesture.type === "Undone") {
    const last = done.at(-1);
    if (!last) return timeline;
    return { shapes: last.before, done: done.slice(0, -1), undone: [...undone, { ...last, after: shapes }] };
  }
  if (gesture.type === "Redone") {
    const next = undone.at(-1);
    if (!next) return timeline;
    return { shapes: next.after, done: [...done, next], undone: undone.slice(0, -1) };
  }
  const edited = edit(shapes, gesture);
  if (!isEdit(gesture, !sameJson(edited, shapes))) return timeline;
  return { shapes: edited, done: [...done, { edit: gesture, before: shapes }], undone: [] };
}

function edit(shapes: Shapes, { type, data }: Gesture): Shapes {
  const { shape, x, y, dx, dy } = fieldsOf(data);
  if (type === "ShapeDrawn") return [...shapes, { shape, x, y }];
  if (type === "ShapeErased") return shapes.filter((each) => each.shape !== shape);
  if (type !== "ShapeMoved") return shapes;
  return shapes.map((each) => (each.shape === shape ? { shape, x: each.x + dx, y: each.y + dy } : each));
}

export function fieldsOf(data: Json) {
  const given = (isObject(data) ? data : {}) as { [name: string]: number | string | undefined };
  const length = (name: string) => Number(given[name] ?? 0);
  return {
    shape: String(given.shape ?? ""),
    x: length("x"),
    y: length("y"),
    dx: length("dx"),
    dy: length("dy"),
  };
}
