// Keeps edits instead of drawings. Each time, it draws again those that are not undone, with reduce.
type Shape = { shape: string; x: number; y: number };
type Edit = (shapes: Shape[]) => Shape[];
type Gesture = { type: string; data: any };
type Drawing = { shapes: Shape[]; done: Gesture[]; undone: Gesture[] };

const edits: Record<string, (data: any) => Edit> = {
  ShapeDrawn: (data) => (shapes) => [...shapes, data],
  ShapeErased: (data) => (shapes) => shapes.filter(({ shape }) => shape !== data.shape),
  ShapeMoved:
    ({ shape, dx, dy }) =>
    (shapes) =>
      shapes.map((each) => (each.shape === shape ? { shape, x: each.x + dx, y: each.y + dy } : each)),
};

export function initialState(): Drawing {
  return { shapes: [], done: [], undone: [] };
}

export function evolve({ shapes, done, undone }: Drawing, { type, data }: DrawingEvent): Drawing {
  const last = done.at(-1);
  const next = undone.at(-1);
  if (type === "Undone" && last) return drawn(done.slice(0, -1), [...undone, last]);
  if (type === "Redone" && next) return drawn([...done, next], undone.slice(0, -1));
  const named = "shape" in data ? data.shape : null;
  const isEdit = type === "ShapeDrawn" || (type in edits && shapes.some(({ shape }) => shape === named));
  return isEdit ? drawn([...done, { type, data }], []) : { shapes, done, undone };
}

function drawn(done: Gesture[], undone: Gesture[]): Drawing {
  const shapes = done.reduce<Shape[]>((before, { type, data }) => edits[type](data)(before), []);
  return { shapes, done, undone };
}
