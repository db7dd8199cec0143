// solution: Robot, initialState

export function evolve(robot: Robot, event: RobotEvent): Robot {
  switch (event.type) {
    // order
    case "Moved": {
      const { dx, dy } = event.data;
      const x = robot.x + dx;
      const y = robot.y + dy;
      const x = dx; // decoy
      return { x, y };
      return { x }; // decoy
    }
    // end of order
    default:
      return robot; // every other event: nothing changes
  }
}
