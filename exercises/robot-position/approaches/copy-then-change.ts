// Imperative: copies the robot, then moves the copy.
// solution: Robot, initialState

export function evolve(before: Robot, event: RobotEvent): Robot {
  const robot = { ...before };
  if (event.type === "Moved") {
    robot.x += event.data.dx;
    robot.y += event.data.dy;
  }
  return robot;
}
