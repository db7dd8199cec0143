type SeatEvent =
  /** An office held a seat for a booking, for this number of minutes from `occurredAt` on. */
  | EventOf<"SeatHeld", { seat: string; booking: string; minutes: number }>
  /** The booking was paid for. */
  | EventOf<"SeatConfirmed", { seat: string; booking: string }>
  /** The customer does not want the seat any more. */
  | EventOf<"HoldReleased", { seat: string; booking: string }>;
