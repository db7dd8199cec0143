type GarageEvent =
  /** How many places each level has. The first record of a garage. */
  | EventOf<"GarageOpened", { places: Record<string, number> }>
  /** The car was given a place on this level. */
  | EventOf<"CarEntered", { plate: string; level: string }>
  /** The car drove out by the barrier of this level, which may not be the level where it parked. */
  | EventOf<"CarLeft", { plate: string; level: string }>;
