import type { GeneratedLogs } from "../../../../../engine/grading/checks.ts";
import { recordsOf } from "../../../../../engine/grading/generated-records.ts";

/** What may happen at the box office, before it is clear whether it can. */
type Happening = { type: string; data: { showing: string; count: number; cents: number } };

/** Of the first record; each next one happens a minute later. */
const form = { key: "sunday", firstId: "g0", start: "2026-05-10T17:10:00Z" };

/** Keeps what can have happened, in order: nobody gives back more tickets for a showing than were sold for it. */
function happened(wished: Happening[]): Happening[] {
  const sold = new Map<string, number>();
  return wished.filter(({ type, data: { showing, count } }) => {
    const before = sold.get(showing) ?? 0;
    if (type === "TicketsSold") sold.set(showing, before + count);
    if (type === "TicketsReturned" && count <= before) sold.set(showing, before - count);
    return type !== "TicketsReturned" || count <= before;
  });
}

/** Logs that nobody has seen, and which of the smaller ones found from them could have been written. */
export const generated = {
  cases: (fc) => {
    const data = fc.record({
      showing: fc.constantFrom("18:00", "20:30"),
      count: fc.constantFrom(1, 1, 2, 3),
      cents: fc.constantFrom(900, 1200),
    });
    const type = fc.constantFrom("TicketsSold", "TicketsSold", "TicketsReturned", "HallCleaned");
    return fc
      .array(fc.record({ type, data }), { minLength: 1, maxLength: 12, size: "max" })
      .map((wished) => ({ records: recordsOf(form, happened(wished)) }));
  },
  possible({ records }) {
    const wished = records.map(({ event }) => event as Happening);
    return happened(wished).length === wished.length;
  },
} satisfies GeneratedLogs;
