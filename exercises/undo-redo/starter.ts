type Shape = { shape: string; x: number; y: number };
type Drawing = { shapes: Shape[] };

export function initialState(): Drawing {
  return { shapes: [] };
}

export function evolve(drawing: Drawing, event: DrawingEvent): Drawing {
  switch (event.type) {
    case "ShapeDrawn":
      return edited(drawing, [...drawing.shapes, event.data]);
    case "ShapeMoved": {
      const { shape, dx, dy } = event.data;
      const moved = (each: Shape) => ({ ...each, x: each.x + dx, y: each.y + dy });
      return edited(
        drawing,
        drawing.shapes.map((each) => (each.shape === shape ? moved(each) : each)),
      );
    }
    case "ShapeErased": {
      const { shape } = event.data;
      return edited(
        drawing,
        drawing.shapes.filter((each) => each.shape !== shape),
      );
    }
    // 1. Undone: take back the last edit that is not undone yet.
    // 2. Redone: bring back what was undone last.
    default:
      return drawing; // every other event: nothing changes
  }
}

// Every edit comes through here. What of the drawing before the edit do the two cases need?
function edited(drawing: Drawing, shapes: Shape[]): Drawing {
  return { ...drawing, shapes };
}
