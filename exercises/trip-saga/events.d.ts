type Part = "flight" | "hotel" | "car";
type Booking = { part: Part; reference: string };

// What may stand on the log of a trip, and what decide may answer with (all but TripPlanned).
// Who appends it fills in the metadata.
type TripEvent =
  /** A new plan, a new trip. */
  | { type: "TripPlanned"; data: { traveller: string; to: string } }
  | { type: "BookingRequested"; data: { part: Part } }
  | { type: "PartBooked"; data: Booking }
  | { type: "PartRefused"; data: { part: Part; reason: string } }
  | { type: "PartCancelled"; data: Booking }
  | { type: "TripConfirmed"; data: Record<string, never> }
  | { type: "TripGivenUp"; data: Record<string, never> };

// What decide is asked: to go on, or to take in what a company reports.
type TripCommand =
  | { type: "Continue"; data: Record<string, never> }
  | { type: "ReportBooked"; data: Booking }
  | { type: "ReportRefused"; data: { part: Part; reason: string } };

type Decision = TripEvent[] | { rejected: string };
