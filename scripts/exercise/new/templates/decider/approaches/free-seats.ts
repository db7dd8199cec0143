// Keeps the free seats in the state instead of the sold ones.
type Hall = { sold: number; free: number };

const seats = 8;

const hallWith = (sold: number): Hall => ({ sold, free: seats - sold });

export function initialState(): Hall {
  return hallWith(0);
}

export function evolve(hall: Hall, event: TicketEvent): Hall {
  if (event.type === "TicketsSold") return hallWith(hall.sold + event.data.count);
  if (event.type === "TicketsReturned") return hallWith(hall.sold - event.data.count);
  return hall;
}

export function decide({ type, data }: BoxOfficeCommand, { sold, free }: Hall): Decision {
  if (type === "SellTickets")
    return data.count <= free ? [{ type: "TicketsSold", data }] : { rejected: "The hall is full." };
  return data.count <= sold ? [{ type: "TicketsReturned", data }] : { rejected: "Not out." };
}
