// Folds the list with reduce, a new object for each step.
const direction: Record<string, number> = { TicketsSold: 1, TicketsReturned: -1 };

export const ticketsByDay = (events: readonly TicketEvent[]) =>
  events.reduce<Record<string, number>>((byDay, { type, data, metadata }) => {
    const sign = direction[type];
    if (sign === undefined) return byDay;
    const day = metadata.occurredAt.slice(0, 10);
    return { ...byDay, [day]: (byDay[day] ?? 0) + sign * data.count };
  }, {});
