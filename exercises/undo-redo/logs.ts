import type { Arbitrary } from "fast-check";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { fieldsOf } from "./domain.ts";

/** A gesture that somebody would like to make; `pick` says on which of the shapes that were ever drawn. */
interface Wish {
  type: string;
  pick: number;
  dx: number;
  dy: number;
}

const names = ["sun", "lanterns", "title", "bunting", "arrow", "stars", "table", "date"];

/** Drawings of up to 16 gestures. Shapes that were erased, or whose drawing was undone, are moved and erased again. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const wish = fc.record<Wish>({
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("ShapeDrawn", "ShapeMoved", "ShapeErased") },
      { weight: 5, arbitrary: fc.constant("Undone") },
      { weight: 4, arbitrary: fc.constant("Redone") },
      { weight: 1, arbitrary: fc.constantFrom("DrawingSaved", "NoteAttached") },
    ),
    pick: fc.nat({ max: 15 }),
    dx: fc.constantFrom(-8, -3, 4, 10),
    dy: fc.constantFrom(-6, 0, 5),
  });
  return fc
    .array(wish, { minLength: 1, maxLength: 16, size: "max" })
    .map((wishes) => caseOf(gestures(wishes)));
}

/** Turns wishes into gestures. A gesture that needs a shape draws one if there is none yet. */
function gestures(wishes: Wish[]): [type: string, data: Json][] {
  let drawn = 0;
  return wishes.map(({ type, pick, dx, dy }) => {
    const shape = names[pick % Math.max(1, drawn)] as string;
    if (type === "Undone" || type === "Redone") return [type, {}];
    if (type === "DrawingSaved") return [type, { as: "street-party.draw" }];
    const canDraw = drawn < names.length;
    if (drawn === 0 || (type === "ShapeDrawn" && canDraw))
      return ["ShapeDrawn", { shape: names[drawn++] as string, x: 10 * pick, y: 40 + dy }];
    if (type === "ShapeErased" || type === "NoteAttached") return [type, { shape }];
    return ["ShapeMoved", { shape, dx, dy }];
  });
}

/** Gestures as the records of one drawing. */
export function caseOf(made: [type: string, data: Json][]): Case {
  return {
    records: made.map(([type, data], place) => ({
      key: "poster-32",
      event: {
        type,
        data,
        metadata: { id: `g-${place}`, occurredAt: new Date(Date.UTC(2026, 4, 9, 10, place)).toISOString() },
      },
    })),
  };
}

/** Whether a smaller log could still have happened: nobody touches a shape that was never drawn. */
export function couldHaveHappened({ records }: Case): boolean {
  const drawn = new Set<string>();
  return records.every(({ event }) => {
    const { shape } = fieldsOf(event.data);
    if (event.type === "ShapeDrawn") drawn.add(shape);
    return shape === "" || drawn.has(shape);
  });
}
