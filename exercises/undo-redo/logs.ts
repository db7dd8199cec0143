import type { NewEvent } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { recordsOf, weighted } from "../../engine/grading/generated-records.ts";
import { fieldsOf } from "./domain.ts";

const names = ["sun", "lanterns", "title", "bunting", "arrow", "stars", "table", "date"];
const form = { key: "poster-32", firstId: "g-0", start: "2026-05-09T10:00:00Z" };

/** Gestures as the records of one drawing. */
export function caseOf(...made: [type: string, data: Json][]): Case {
  return {
    records: recordsOf(
      form,
      made.map(([type, data]) => ({ type, data })),
    ),
  };
}

export const generated = {
  /** Drawings of up to 16 gestures. Shapes that were erased, or whose drawing was undone, are moved and erased again. */
  cases: (fc) => {
    // A gesture that somebody would like to make; `pick` says on which of the shapes that were ever drawn.
    const wish = fc.record({
      type: weighted(
        fc,
        [8, "ShapeDrawn", "ShapeMoved", "ShapeErased"],
        [5, "Undone"],
        [4, "Redone"],
        [1, "DrawingSaved", "NoteAttached"],
      ),
      pick: fc.nat({ max: 15 }),
      dx: fc.constantFrom(-8, -3, 4, 10),
      dy: fc.constantFrom(-6, 0, 5),
    });
    return fc.array(wish, { minLength: 1, maxLength: 16, size: "max" }).map((wishes) => {
      let drawn = 0;
      // A gesture that needs a shape draws one if there is none yet.
      const gestures = wishes.map(({ type, pick, dx, dy }): Pick<NewEvent, "type" | "data"> => {
        const shape = names[pick % Math.max(1, drawn)] as string;
        if (type === "Undone" || type === "Redone") return { type, data: {} };
        if (type === "DrawingSaved") return { type, data: { as: "street-party.draw" } };
        if (drawn === 0 || (type === "ShapeDrawn" && drawn < names.length))
          return { type: "ShapeDrawn", data: { shape: names[drawn++] as string, x: 10 * pick, y: 40 + dy } };
        if (type === "ShapeErased" || type === "NoteAttached") return { type, data: { shape } };
        return { type: "ShapeMoved", data: { shape, dx, dy } };
      });
      return { records: recordsOf(form, gestures) };
    });
  },
  /** Nobody touches a shape that was never drawn. */
  possible({ records }) {
    const drawn = new Set<string>();
    return records.every(({ event }) => {
      const { shape } = fieldsOf(event.data);
      if (event.type === "ShapeDrawn") drawn.add(shape);
      return shape === "" || drawn.has(shape);
    });
  },
} satisfies GeneratedLogs;
