import type { GeneratedLogs } from "../../../../../engine/grading/checks.ts";
import { recordsOf } from "../../../../../engine/grading/generated-records.ts";

/** What may happen in the hall, before it is clear whether it can. */
type Happening = { type: string; data: { count: number } };

/** Of the first record; each next one happens a minute later. */
const form = { key: "small-hall", firstId: "g0", start: "2026-05-10T17:10:00Z" };

/** Keeps what can have happened, in order: nobody gives back more tickets than are out. There was a time before the rule. */
function happened(wished: Happening[]): Happening[] {
  let sold = 0;
  return wished.filter(({ type, data: { count } }) => {
    if (type === "TicketsReturned" && count > sold) return false;
    if (type === "TicketsSold") sold += count;
    if (type === "TicketsReturned") sold -= count;
    return true;
  });
}

/** Logs and commands that nobody has seen, and which of the smaller logs found from them could have been written. */
export const generated = {
  cases: (fc) => {
    const data = fc.record({ count: fc.constantFrom(1, 1, 2, 3, 4) });
    const past = fc.record({
      type: fc.constantFrom("TicketsSold", "TicketsSold", "TicketsReturned", "HallCleaned"),
      data,
    });
    const command = fc.record({ type: fc.constantFrom("SellTickets", "SellTickets", "ReturnTickets"), data });
    return fc.record({
      records: fc
        .array(past, { maxLength: 6, size: "max" })
        .map((wished) => recordsOf(form, happened(wished))),
      commands: fc.array(command, { minLength: 1, maxLength: 8, size: "max" }),
    });
  },
  possible({ records }) {
    const wished = records.map(({ event }) => event as Happening);
    return happened(wished).length === wished.length;
  },
} satisfies GeneratedLogs;
