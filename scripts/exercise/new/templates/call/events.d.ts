// What the box office writes down.
type TicketEvent = EventOf<"TicketsSold", { count: number }> | EventOf<"TicketsReturned", { count: number }>;
