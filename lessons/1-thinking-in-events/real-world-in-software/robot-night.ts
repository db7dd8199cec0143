/** The robot's night as it is in `course.robots`, and what can be computed from it. */
export interface Move {
  type: "Moved";
  /** Metres to the east (below 0: west) and to the north (below 0: south). */
  data: { dx: number; dy: number };
  metadata: { id: string; occurredAt: string };
}

/** Metres east (x) and north (y) of the dock. */
export interface Place {
  x: number;
  y: number;
}

const at = (id: string, time: string) => ({ id, occurredAt: `2026-04-21T${time}:00Z` });

export const moves: Move[] = [
  { type: "Moved", data: { dx: 3, dy: 0 }, metadata: at("m0", "02:10") },
  { type: "Moved", data: { dx: 0, dy: 4 }, metadata: at("m1", "02:12") },
  { type: "Moved", data: { dx: -3, dy: 0 }, metadata: at("m2", "02:15") },
  { type: "Moved", data: { dx: 0, dy: -4 }, metadata: at("m3", "02:17") },
];

export const dock: Place = { x: 0, y: 0 };
/** Where the floor of the hall was painted in the evening. */
export const wetPaint: Place = { x: 3, y: 4 };

/** The dock, and where the robot was after each of these moves. */
export function pathOf(night: Pick<Move, "data">[]): Place[] {
  const path = [dock];
  for (const { data } of night) {
    const { x, y } = path.at(-1) ?? dock;
    path.push({ x: x + data.dx, y: y + data.dy });
  }
  return path;
}

export function placeAfter(night: Pick<Move, "data">[]): Place {
  return pathOf(night).at(-1) ?? dock;
}

/** Metres that were driven, one axis at a time. */
export function distanceOf(night: Pick<Move, "data">[]): number {
  return night.reduce((sum, { data }) => sum + metresOf(data), 0);
}

export function metresOf({ dx, dy }: Move["data"]): number {
  return Math.abs(dx) + Math.abs(dy);
}

/** Whether a move ended at this place. */
export function wasAt(night: Pick<Move, "data">[], { x, y }: Place): boolean {
  return pathOf(night).some((place) => place.x === x && place.y === y);
}

/** The same place as a distance from the dock in metres, and an angle in degrees, from east to north. */
export function polarOf({ x, y }: Place): { metres: number; degrees: number } {
  return { metres: Math.hypot(x, y), degrees: (Math.atan2(y, x) * 180) / Math.PI };
}
