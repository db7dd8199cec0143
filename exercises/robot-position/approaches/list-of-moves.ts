// Keeps all moves in the state, and adds them up after each record.
type Robot = { moves: [number, number][]; x: number; y: number };

export const initialState = (): Robot => ({ moves: [], x: 0, y: 0 });

export function evolve({ moves: earlier, x, y }: Robot, event: RobotEvent): Robot {
  if (event.type !== "Moved") return { moves: earlier, x, y };
  const moves: Robot["moves"] = [...earlier, [event.data.dx, event.data.dy]];
  const sum = (axis: 0 | 1) => moves.reduce((total, move) => total + move[axis], 0);
  return { moves, x: sum(0), y: sum(1) };
}
