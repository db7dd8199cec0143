export type RideEvent =
  | EventOf<"RideRequested", { rider: string }>
  | EventOf<"DriverAssigned", { driver: string }>
  /** The driver has left the ride. The rider still waits. */
  | EventOf<"DriverUnassigned", Record<string, never>>
  | EventOf<"RideStarted", Record<string, never>>
  | EventOf<"RideEnded", { fareCents: number }>;
