// How the box office wrote a sale at first, for one ticket in euros …
type OldSale = EventOf<"TicketsSold", { count: number; euros: number }>;
// … and how it writes one today: version 2, in whole cents.
type Sale = EventOf<"TicketsSold", { count: number; cents: number }>;
type Return = EventOf<"TicketsReturned", { count: number }>;

// What lies on the log, and what a fold knows.
type StoredEvent = OldSale | Sale | Return;
type TicketEvent = Sale | Return;
