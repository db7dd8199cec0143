// Remembers only one earlier drawing, so the second undo in a row finds nothing.
type Shape = { shape: string; x: number; y: number };
type Drawing = { shapes: Shape[]; past: Shape[] | null; future: Shape[] | null };

export function initialState(): Drawing {
  return { shapes: [], past: null, future: null };
}

export function evolve(drawing: Drawing, event: DrawingEvent): Drawing {
  switch (event.type) {
    case "ShapeDrawn":
      return edited(drawing, [...drawing.shapes, event.data]);
    case "ShapeMoved": {
      const { shape, dx, dy } = event.data;
      if (!holds(drawing, shape)) return drawing;
      const moved = (each: Shape) => ({ ...each, x: each.x + dx, y: each.y + dy });
      return edited(
        drawing,
        drawing.shapes.map((each) => (each.shape === shape ? moved(each) : each)),
      );
    }
    case "ShapeErased": {
      const { shape } = event.data;
      if (!holds(drawing, shape)) return drawing;
      return edited(
        drawing,
        drawing.shapes.filter((each) => each.shape !== shape),
      );
    }
    case "Undone":
      if (drawing.past === null) return drawing;
      return { shapes: drawing.past, past: null, future: drawing.shapes };
    case "Redone":
      if (drawing.future === null) return drawing;
      return { shapes: drawing.future, past: drawing.shapes, future: null };
    default:
      return drawing;
  }
}

function edited(drawing: Drawing, shapes: Shape[]): Drawing {
  return { shapes, past: drawing.shapes, future: null };
}

function holds({ shapes }: Drawing, shape: string): boolean {
  return shapes.some((each) => each.shape === shape);
}
