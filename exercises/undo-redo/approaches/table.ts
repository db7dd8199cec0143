// A table of functions by event type; a function that returns the same list has edited nothing.
type Shape = { shape: string; x: number; y: number };
type Drawing = { shapes: Shape[]; past: Shape[][]; future: Shape[][] };

const edits: { [type: string]: ((shapes: Shape[], data: any) => Shape[]) | undefined } = {
  ShapeDrawn: (shapes, data) => shapes.concat([data]),
  ShapeMoved: (shapes, { shape, dx, dy }) =>
    on(shapes, shape, (at) => shapes.with(at, { shape, x: shapes[at].x + dx, y: shapes[at].y + dy })),
  ShapeErased: (shapes, { shape }) => on(shapes, shape, (at) => shapes.toSpliced(at, 1)),
};

const steps: { [type: string]: ((drawing: Drawing) => Drawing) | undefined } = {
  Undone: ({ shapes, past, future }) =>
    past.length === 0
      ? { shapes, past, future }
      : { shapes: past[past.length - 1], past: past.slice(0, -1), future: [...future, shapes] },
  Redone: ({ shapes, past, future }) =>
    future.length === 0
      ? { shapes, past, future }
      : { shapes: future[future.length - 1], past: [...past, shapes], future: future.slice(0, -1) },
};

// solution: initialState

export function evolve(drawing: Drawing, { type, data }: DrawingEvent): Drawing {
  const step = steps[type];
  if (step) return step(drawing);
  const shapes = edits[type]?.(drawing.shapes, data) ?? drawing.shapes;
  return shapes === drawing.shapes
    ? drawing
    : { shapes, past: [...drawing.past, drawing.shapes], future: [] };
}

function on(shapes: Shape[], shape: string, edited: (at: number) => Shape[]): Shape[] {
  const at = shapes.findIndex((each) => each.shape === shape);
  return at < 0 ? shapes : edited(at);
}
