// Keeps every drawing in one list, and the place of the one that is shown. Copies the list first, then changes the copy.
type Shape = { shape: string; x: number; y: number };
type Drawing = { shapes: Shape[]; drawings: Shape[][]; place: number };

export function initialState(): Drawing {
  return { shapes: [], drawings: [[]], place: 0 };
}

export function evolve(drawing: Drawing, event: DrawingEvent): Drawing {
  let { place } = drawing;
  const drawings = [...drawing.drawings];
  const shapes = drawings[place].map((each) => ({ ...each }));
  const { shape: named } = event.data as { shape?: string };
  const at = shapes.findIndex(({ shape }) => shape === named);
  let edited = false;
  if (event.type === "ShapeDrawn") {
    const { shape, x, y } = event.data;
    shapes.push({ shape, x, y });
    edited = true;
  } else if (event.type === "ShapeMoved" && at >= 0) {
    shapes[at].x += event.data.dx;
    shapes[at].y += event.data.dy;
    edited = true;
  } else if (event.type === "ShapeErased" && at >= 0) {
    shapes.splice(at, 1);
    edited = true;
  } else if (event.type === "Undone" && place > 0) {
    place--;
  } else if (event.type === "Redone" && place < drawings.length - 1) {
    place++;
  }
  if (edited) {
    place++;
    drawings.splice(place, drawings.length, shapes);
  }
  return { shapes: drawings[place], drawings, place };
}
