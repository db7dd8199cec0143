type Robot = { x: number; y: number };

export function initialState(): Robot {
  return { x: 0, y: 0 };
}

export function evolve(robot: Robot, event: RobotEvent): Robot {
  switch (event.type) {
    case "Moved": {
      const { dx, dy } = event.data;
      // starter: // The metres to the north are still missing.
      // starter: return { ...robot, x: robot.x + dx };
      return { x: robot.x + dx, y: robot.y + dy };
      // end starter
    }
    default:
      return robot; // every other event: nothing changes
  }
}
