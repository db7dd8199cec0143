type Hall = { sold: number };

const seats = 8;

export function initialState(): Hall {
  return { sold: 0 };
}

// What is on the log has happened. This one is finished.
export function evolve(hall: Hall, event: TicketEvent): Hall {
  switch (event.type) {
    case "TicketsSold":
      return { sold: hall.sold + event.data.count };
    case "TicketsReturned":
      return { sold: hall.sold - event.data.count };
    default:
      return hall; // every other event: nothing changes
  }
}

export function decide(command: BoxOfficeCommand, hall: Hall): Decision {
  const { count } = command.data;
  switch (command.type) {
    case "SellTickets":
      // starter: // Refuse where the free seats are not enough for all of them.
      if (hall.sold + count > seats) return { rejected: "There are not enough free seats." };
      // end starter
      return [{ type: "TicketsSold", data: { count } }];
    case "ReturnTickets":
      if (count > hall.sold) return { rejected: "So many tickets are not out." };
      return [{ type: "TicketsReturned", data: { count } }];
  }
}
