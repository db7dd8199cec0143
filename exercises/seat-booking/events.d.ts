type SeatEvent =
  /** An office put a seat aside for a booking, for so many minutes from `occurredAt` on. */
  | EventOf<"SeatHeld", { seat: string; booking: string; minutes: number }>
  /** The booking was paid for. */
  | EventOf<"SeatConfirmed", { seat: string; booking: string }>
  /** The customer thought better of it. */
  | EventOf<"HoldReleased", { seat: string; booking: string }>;
