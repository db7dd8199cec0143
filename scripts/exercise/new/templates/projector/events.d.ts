// What the box office writes down. Prices are whole cents, for one ticket.
export type TicketEvent =
  | EventOf<"TicketsSold", { showing: string; count: number; cents: number }>
  | EventOf<"TicketsReturned", { showing: string; count: number; cents: number }>;
