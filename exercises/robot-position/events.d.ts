/** Metres that the robot drove: `dx` to the east (below 0: to the west), `dy` to the north (below 0: to the south). */
type RobotEvent = EventOf<"Moved", { dx: number; dy: number }>;
