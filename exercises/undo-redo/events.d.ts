// What the log of a drawing may hold. Lengths are in millimetres.
type DrawingEvent =
  /** Puts a new shape on top. */
  | EventOf<"ShapeDrawn", { shape: string; x: number; y: number }>
  | EventOf<"ShapeMoved", { shape: string; dx: number; dy: number }>
  | EventOf<"ShapeErased", { shape: string }>
  | EventOf<"Undone", Record<string, never>>
  | EventOf<"Redone", Record<string, never>>
  | EventOf<"DrawingSaved", { as: string }>;
