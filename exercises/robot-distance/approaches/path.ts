// Keeps the path as a list of positions, and computes both answers from it after each record.
type Place = { x: number; y: number };
type Robot = { path: Place[]; distance: number; visited: Record<string, boolean> };

export const initialState = (): Robot => ({ path: [{ x: 0, y: 0 }], distance: 0, visited: {} });

export function evolve(robot: Robot, event: RobotEvent): Robot {
  if (event.type !== "Moved") return robot;
  const here = robot.path[robot.path.length - 1];
  const path = [...robot.path, { x: here.x + event.data.dx, y: here.y + event.data.dy }];
  let distance = 0;
  const visited: Record<string, boolean> = {};
  path.slice(1).forEach(({ x, y }, leg) => {
    distance += Math.hypot(x - path[leg].x, y - path[leg].y);
    if (x * y !== 0) visited[(y > 0 ? "north" : "south") + (x > 0 ? "-east" : "-west")] = true;
  });
  return { path, distance, visited };
}
