type Part = "flight" | "hotel" | "car";
type Booking = { part: Part; reference: string };

// What the log of a trip may hold, and what decide may answer with (all but TripPlanned).
// The program that appends it fills in the metadata.
type TripEvent =
  /** A new plan starts a new trip. */
  | { type: "TripPlanned"; data: { traveller: string; to: string } }
  | { type: "BookingRequested"; data: { part: Part } }
  | { type: "PartBooked"; data: Booking }
  | { type: "PartRefused"; data: { part: Part; reason: string } }
  | { type: "PartCancelled"; data: Booking }
  | { type: "TripConfirmed"; data: Record<string, never> }
  | { type: "TripGivenUp"; data: Record<string, never> };

// The commands: go on, or record what a company reports.
type TripCommand =
  | { type: "Continue"; data: Record<string, never> }
  | { type: "ReportBooked"; data: Booking }
  | { type: "ReportRefused"; data: { part: Part; reason: string } };

type Decision = TripEvent[] | { rejected: string };
