// Undoes by the opposite edit: an erased shape comes back, but on top of all others.
type Shape = { shape: string; x: number; y: number };
type Edit =
  | { type: "ShapeDrawn"; data: Shape }
  | { type: "ShapeMoved"; data: { shape: string; dx: number; dy: number } }
  | { type: "ShapeErased"; data: { shape: string } };
type Done = { edit: Edit; opposite: Edit };
type Drawing = { shapes: Shape[]; done: Done[]; undone: Done[] };

export function initialState(): Drawing {
  return { shapes: [], done: [], undone: [] };
}

export function evolve(drawing: Drawing, event: DrawingEvent): Drawing {
  switch (event.type) {
    case "ShapeDrawn":
    case "ShapeMoved":
    case "ShapeErased": {
      const edit = { type: event.type, data: event.data } as Edit;
      const opposite = oppositeOf(edit, drawing.shapes);
      if (opposite === undefined) return drawing;
      return { shapes: after(edit, drawing.shapes), done: [{ edit, opposite }, ...drawing.done], undone: [] };
    }
    case "Undone": {
      const [last, ...done] = drawing.done;
      if (last === undefined) return drawing;
      return { shapes: after(last.opposite, drawing.shapes), done, undone: [last, ...drawing.undone] };
    }
    case "Redone": {
      const [next, ...undone] = drawing.undone;
      if (next === undefined) return drawing;
      return { shapes: after(next.edit, drawing.shapes), done: [next, ...drawing.done], undone };
    }
    default:
      return drawing;
  }
}

function oppositeOf({ type, data }: Edit, shapes: Shape[]): Edit | undefined {
  if (type === "ShapeDrawn") return { type: "ShapeErased", data: { shape: data.shape } };
  const there = shapes.find((each) => each.shape === data.shape);
  if (there === undefined) return undefined;
  if (type === "ShapeErased") return { type: "ShapeDrawn", data: there };
  return { type, data: { shape: data.shape, dx: -data.dx, dy: -data.dy } };
}

function after(edit: Edit, shapes: Shape[]): Shape[] {
  switch (edit.type) {
    case "ShapeDrawn":
      return [...shapes, edit.data];
    case "ShapeErased":
      return shapes.filter(({ shape }) => shape !== edit.data.shape);
    case "ShapeMoved": {
      const { shape, dx, dy } = edit.data;
      return shapes.map((each) => (each.shape === shape ? { shape, x: each.x + dx, y: each.y + dy } : each));
    }
  }
}
