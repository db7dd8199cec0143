type Shape = { shape: string; x: number; y: number };
// starter: type Drawing = { shapes: Shape[] };
// `past` and `future` hold drawings, the nearest first.
type Drawing = { shapes: Shape[]; past: Shape[][]; future: Shape[][] };
// end starter

export function initialState(): Drawing {
  // starter: return { shapes: [] };
  return { shapes: [], past: [], future: [] };
  // end starter
}

export function evolve(drawing: Drawing, event: DrawingEvent): Drawing {
  switch (event.type) {
    case "ShapeDrawn":
      return edited(drawing, [...drawing.shapes, event.data]);
    case "ShapeMoved": {
      const { shape, dx, dy } = event.data;
      // starter:
      if (!holds(drawing, shape)) return drawing;
      // end starter
      const moved = (each: Shape) => ({ ...each, x: each.x + dx, y: each.y + dy });
      return edited(
        drawing,
        drawing.shapes.map((each) => (each.shape === shape ? moved(each) : each)),
      );
    }
    case "ShapeErased": {
      const { shape } = event.data;
      // starter:
      if (!holds(drawing, shape)) return drawing;
      // end starter
      return edited(
        drawing,
        drawing.shapes.filter((each) => each.shape !== shape),
      );
    }
    // starter: // 1. Undone: take back the last edit that is not undone yet.
    // starter: // 2. Redone: bring back what was undone last.
    // starter: default:
    // starter:   return drawing; // every other event: nothing changes
    case "Undone": {
      const [before, ...past] = drawing.past;
      if (before === undefined) return drawing;
      return { shapes: before, past, future: [drawing.shapes, ...drawing.future] };
    }
    case "Redone": {
      const [next, ...future] = drawing.future;
      if (next === undefined) return drawing;
      return { shapes: next, past: [drawing.shapes, ...drawing.past], future };
    }
    default:
      return drawing;
    // end starter
  }
}

// starter: // Every edit comes through here. What of the drawing before the edit do the two cases need?
/** The drawing after an edit: the one before can be restored, and what was undone cannot be redone. */
// end starter
function edited(drawing: Drawing, shapes: Shape[]): Drawing {
  // starter: return { ...drawing, shapes };
  return { shapes, past: [drawing.shapes, ...drawing.past], future: [] };
}

function holds({ shapes }: Drawing, shape: string): boolean {
  return shapes.some((each) => each.shape === shape);
  // end starter
}
