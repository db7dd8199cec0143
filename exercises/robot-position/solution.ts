type Robot = { x: number; y: number };

export function initialState(): Robot {
  return { x: 0, y: 0 };
}

export function evolve(robot: Robot, event: RobotEvent): Robot {
  switch (event.type) {
    case "Moved": {
      const { dx, dy } = event.data;
      // starter: // To do: return the robot's new position.
      // starter: return robot;
      return { x: robot.x + dx, y: robot.y + dy };
      // end starter
    }
    default:
      return robot; // every other event: nothing changes
  }
}
