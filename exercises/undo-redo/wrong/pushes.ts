// Adds to the list of the past in place.
type Shape = { shape: string; x: number; y: number };
// `past` and `future` hold drawings, the nearest first.
type Drawing = { shapes: Shape[]; past: Shape[][]; future: Shape[][] };

export function initialState(): Drawing {
  return { shapes: [], past: [], future: [] };
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
  }
}

function edited(drawing: Drawing, shapes: Shape[]): Drawing {
  drawing.past.unshift(drawing.shapes);
  return { ...drawing, shapes, future: [] };
}

function holds({ shapes }: Drawing, shape: string): boolean {
  return shapes.some((each) => each.shape === shape);
}
