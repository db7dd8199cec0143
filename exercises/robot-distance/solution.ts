// starter: type Robot = { x: number; y: number };
type Robot = { x: number; y: number; distance: number; visited: Record<string, true> };
// end starter

export function initialState(): Robot {
  // starter: return { x: 0, y: 0 };
  return { x: 0, y: 0, distance: 0, visited: {} };
  // end starter
}

export function evolve(robot: Robot, event: RobotEvent): Robot {
  switch (event.type) {
    case "Moved": {
      const { dx, dy } = event.data;
      // starter: // 1. distance: the metres that the robot drove. Math.abs(-3) is 3.
      // starter: // 2. visited: each quarter of the hall in which a move ended, such as { "north-east": true }.
      // starter: return { x: robot.x + dx, y: robot.y + dy };
      const [x, y] = [robot.x + dx, robot.y + dy];
      const quarter = quarterOf(x, y);
      const visited = quarter === null ? robot.visited : { ...robot.visited, [quarter]: true as const };
      return { x, y, distance: robot.distance + Math.abs(dx) + Math.abs(dy), visited };
      // end starter
    }
    default:
      return robot; // every other event: nothing changes
  }
}

const quarters: Record<string, string> = {
  "1,1": "north-east",
  "-1,1": "north-west",
  "1,-1": "south-east",
  "-1,-1": "south-west",
};

// "north-east" for (3, 4); null on a line between two quarters, as at (3, 0). Math.sign gives 1, 0 or -1.
function quarterOf(x: number, y: number): string | null {
  return quarters[`${Math.sign(x)},${Math.sign(y)}`] ?? null;
}
