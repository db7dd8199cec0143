// A table holds for each command what speaks against it and what follows from it.
type Hall = { sold: number };

type Rule = { against(hall: Hall, count: number): string | null; fact: TicketEvent["type"] };

const seats = 8;

const rules: Record<BoxOfficeCommand["type"], Rule> = {
  SellTickets: {
    against: ({ sold }, count) => (seats - sold < count ? "Too few seats are free." : null),
    fact: "TicketsSold",
  },
  ReturnTickets: {
    against: ({ sold }, count) => (sold < count ? "Too few tickets are out." : null),
    fact: "TicketsReturned",
  },
};

export const initialState = (): Hall => ({ sold: 0 });

const direction: Record<string, number> = { TicketsSold: 1, TicketsReturned: -1 };

export function evolve(hall: Hall, event: TicketEvent): Hall {
  const sign = direction[event.type];
  return sign === undefined ? hall : { sold: hall.sold + sign * event.data.count };
}

export function decide(command: BoxOfficeCommand, hall: Hall): Decision {
  const { against, fact } = rules[command.type];
  const reason = against(hall, command.data.count);
  return reason === null ? [{ type: fact, data: command.data }] : { rejected: reason };
}
