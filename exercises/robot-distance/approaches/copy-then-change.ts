// Imperative: copies the state first, then changes only the copy.
// solution: Robot, initialState, quarters, quarterOf

export function evolve(before: Robot, event: RobotEvent): Robot {
  const robot = { ...before, visited: { ...before.visited } };
  if (event.type === "Moved") {
    robot.x += event.data.dx;
    robot.y += event.data.dy;
    robot.distance += Math.abs(event.data.dx + event.data.dy);
    const quarter = quarterOf(robot.x, robot.y);
    if (quarter !== null) robot.visited[quarter] = true;
  }
  return robot;
}
