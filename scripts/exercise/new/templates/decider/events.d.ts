// What the log of a hall may hold.
type TicketEvent = EventOf<"TicketsSold", { count: number }> | EventOf<"TicketsReturned", { count: number }>;
// What a visitor may ask for.
type BoxOfficeCommand = { type: "SellTickets" | "ReturnTickets"; data: { count: number } };
// What decide answers with. Who appends the events fills in the metadata.
type Decision = Pick<TicketEvent, "type" | "data">[] | { rejected: string };
