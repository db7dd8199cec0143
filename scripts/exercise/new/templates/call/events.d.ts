// What the box office writes down.
export type TicketEvent =
  | EventOf<"TicketsSold", { count: number }>
  | EventOf<"TicketsReturned", { count: number }>;
