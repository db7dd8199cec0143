import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { joinWithAnd } from "../../engine/grading/message-parts.ts";
import { fieldsOf } from "./domain.ts";

/** "After it your drawing shows sun (40, 30) and title (20, 120).", from the lowest to the topmost */
export function describeDrawing(at: CheckContext): string {
  if (at.actual === null) return "Your state has no `shapes`, a list of what is drawn.";
  return `${at.event ? "After it your" : "Your"} drawing shows ${describeShapes(at.actual)}.`;
}

export function describeShapes(shapes: Json): string {
  if (!Array.isArray(shapes) || shapes.length === 0) return "nothing";
  return joinWithAnd(
    shapes.map((each) =>
      isObject(each) ? `${shapeName(each)} (${each.x}, ${each.y})` : JSON.stringify(each),
    ),
  );
}

/** "lanterns moved by (0, −15)" */
export function describeEvent(event: Event | null | undefined): string {
  if (!event) return "";
  const { shape, x, y, dx, dy } = fieldsOf(event.data);
  if (event.type === "ShapeDrawn") return `${shape} drawn at (${x}, ${y})`;
  if (event.type === "ShapeMoved") return `${shape} moved by (${dx}, ${dy})`;
  return `${shape} erased`;
}

export function shapeName(each: Json): string {
  return isObject(each) ? String(each.shape) : JSON.stringify(each);
}

export function eventShape({ data }: Event): string {
  return fieldsOf(data).shape;
}
