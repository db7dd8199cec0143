import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";
import { noSeal, seal } from "./domain.ts";

const form = { key: "a-cash-book", firstId: "c0", start: "2025-03-01T09:00:00.000Z", minutes: 1440 };

type Events = NewEvent[];

/** Seals these records again from a place on, as somebody does who wants to hide a change. */
function sealFrom(events: Events, place: number, count = events.length): Events {
  let previous = String(partsOf(events[place - 1]?.data ?? null).seal ?? noSeal);
  return events.map((event, at) => {
    if (at < place || at >= place + count) return event;
    const sealed = seal(event, previous);
    previous = String(sealed.data.seal);
    return sealed;
  });
}

function change(events: Events, place: number, fields: object): Events {
  return events.map((event, at) =>
    at === place ? { ...event, data: { ...partsOf(event.data), ...fields } } : event,
  );
}

/** What somebody does to a cash book that others have read already. */
const tampering = {
  nothing: (events: Events) => events,
  amount: (events: Events, place: number) => change(events, place, { amountCents: 99_900 }),
  person: (events: Events, place: number) => change(events, place, { by: "nobody" }),
  type: (events: Events, place: number) =>
    events.map((event, at) => (at === place ? { ...event, type: "CashCounted" } : event)),
  time: (events: Events, place: number) =>
    events.map((event, at) =>
      at === place
        ? { ...event, metadata: { ...event.metadata, occurredAt: "2025-12-31T09:00:00.000Z" } }
        : event,
    ),
  remove: (events: Events, place: number) => events.filter((_, at) => at !== place),
  "cut the end": (events: Events, place: number) => events.slice(0, place + 1),
  "seal one again": (events: Events, place: number) =>
    sealFrom(change(events, place, { amountCents: 99_900 }), place, 1),
  "seal the rest again": (events: Events, place: number) =>
    sealFrom(change(events, place, { amountCents: 99_900 }), place),
};
type Tampering = keyof typeof tampering;

const wishesOf = (fc: Parameters<GeneratedLogs["cases"]>[0]) =>
  fc.record({
    type: weighted(fc, [4, "CashReceived", "CashPaid"], [1, "NoteAdded"]),
    amountCents: fc.constantFrom(100, 1_250, 4_000, 27_500),
    by: fc.constantFrom("tom", "lena"),
    other: fc.constantFrom("members", "printer", "paint shop"),
    isUnordered: fc.boolean(),
  });

interface Wish {
  type: string;
  amountCents: number;
  by: string;
  other: string;
  isUnordered: boolean;
}

/** A cash book as the club's program writes it; a second program has the fields in another order. */
function cashBook(wishes: Wish[]): Case["records"] {
  const { records, write } = newLog(form);
  for (const { type, amountCents, by, other, isUnordered } of wishes) {
    if (type === "NoteAdded") write(type, { by, note: other });
    else {
      const party = type === "CashPaid" ? "to" : "from";
      write(type, isUnordered ? { [party]: other, by, amountCents } : { amountCents, by, [party]: other });
    }
  }
  return withEvents(
    records,
    sealFrom(
      records.map(({ event }) => event),
      0,
    ),
  );
}

const withEvents = (records: Case["records"], events: Events): Case["records"] =>
  events.map((event) => ({ key: records[0]?.key ?? form.key, event }));

function tampered(records: Case["records"], tamperings: { kind: Tampering; place: number }[]): Case {
  let events = records.map(({ event }) => event);
  for (const { kind, place } of tamperings)
    if (events.length > 0) events = tampering[kind](events, place % events.length);
  return { records: withEvents(records, events) };
}

export const generated = {
  /** Up to eight records, in which something was changed at no place, at one, or at two. */
  cases: (fc) => {
    const kinds = Object.keys(tampering) as Tampering[];
    const one = fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat({ max: 7 }) });
    const wishes = fc.array(wishesOf(fc), { minLength: 1, maxLength: 8, size: "max" });
    return fc
      .record({ wishes, tamperings: fc.array(one, { maxLength: 2 }) })
      .map(({ wishes, tamperings }) => tampered(cashBook(wishes), tamperings));
  },
  /** Any record may have been removed: that is what the chain is for. */
  possible: hasEachRecordOnce,
} satisfies GeneratedLogs;

const quiet = (type: string, amountCents: number): Wish => ({
  type,
  amountCents,
  by: "lena",
  other: "members",
  isUnordered: false,
});
const book = cashBook([quiet("CashReceived", 60_000), quiet("CashPaid", 1_200), quiet("CashPaid", 800)]);

/** Texts of many lengths: a hash works on blocks of 64 letters, and its end is another one for each length. */
const lengths = cashBook(
  Array.from({ length: 16 }, (_, n) => ({ ...quiet("CashPaid", 1_200), other: "a".repeat(1 + 4 * n) })),
);

/** A book as it was written, then one record removed, the end cut off, and one changed with all seals made new. */
export const cases: Case[] = [
  { records: book },
  { records: lengths },
  tampered(book, [{ kind: "remove", place: 1 }]),
  tampered(book, [{ kind: "cut the end", place: 1 }]),
  tampered(book, [{ kind: "seal the rest again", place: 1 }]),
  tampered(book, [{ kind: "remove", place: 0 }]),
];
