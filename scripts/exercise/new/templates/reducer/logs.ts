import type { Case, GeneratedLogs } from "../../../../../engine/grading/checks.ts";

/** What may happen at the box office, before it is clear whether it can. */
type Happening = { type: string; data: { count: number; cents: number } };

/** Keeps what can have happened, in order: nobody gives back more tickets of a price than were sold of it. */
function happened(wished: Happening[]): Happening[] {
  const sold = new Map<number, number>();
  return wished.filter(({ type, data: { count, cents } }) => {
    const before = sold.get(cents) ?? 0;
    if (type === "TicketsSold") sold.set(cents, before + count);
    if (type === "TicketsReturned" && count <= before) sold.set(cents, before - count);
    return type !== "TicketsReturned" || count <= before;
  });
}

/** Gives the happenings names and times, as the box office would have done. */
function recordsOf(happenings: Happening[]): Case["records"] {
  return happenings.map(({ type, data }, at) => ({
    key: "sunday",
    event: { type, data, metadata: { id: `g${at}`, occurredAt: `2026-05-10T17:${10 + at}:00Z` } },
  }));
}

/** Logs that nobody has seen, and which of the smaller ones found from them could have been written. */
export const generated = {
  cases: (fc) => {
    const data = fc.record({ count: fc.constantFrom(1, 1, 2, 3, 4), cents: fc.constantFrom(900, 1200) });
    const type = fc.constantFrom("TicketsSold", "TicketsSold", "TicketsReturned", "HallCleaned");
    return fc
      .array(fc.record({ type, data }), { minLength: 1, maxLength: 12, size: "max" })
      .map((wished) => ({ records: recordsOf(happened(wished)) }));
  },
  possible({ records }) {
    const wished = records.map(({ event }) => ({ type: event.type, data: event.data }) as Happening);
    return happened(wished).length === wished.length;
  },
} satisfies GeneratedLogs;
