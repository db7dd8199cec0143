// What the box office writes down. Prices are whole cents, for one ticket.
type TicketEvent =
  | EventOf<"TicketsSold", { count: number; cents: number }>
  | EventOf<"TicketsReturned", { count: number; cents: number }>;
