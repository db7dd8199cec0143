import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { couldHaveHappened, days } from "./days.ts";

export default {
  // An invoice on which nothing is left of what was paid may stand there with 0, or not at all.
  compare: (state) => {
    const paid = isObject(state) && isObject(state.paid) ? state.paid : null;
    return paid && Object.fromEntries(Object.entries(paid).filter(([, cents]) => cents !== 0));
  },
  checks: [
    check({
      id: "same-event",
      title: "An event that comes a second time is not counted again",
      covers: (at) => sameEvent(at) !== undefined,
      message: (at) =>
        `At offset ${at.offset} the event ${idOf(at.event)} comes a second time; it stood at offset ${offsetOf(sameEvent(at))} before. ` +
        `${shown(at)} What it says was counted there. What could your state keep, to know it again?`,
    }),
    check({
      id: "same-payment",
      title: "A payment that was tried again is one payment",
      covers: (at) => samePayment(at) !== undefined,
      message: (at) =>
        `Offset ${at.offset} is a new event, and it names ${field(at.event, "paymentId")}, as offset ${offsetOf(samePayment(at))} did: the same attempt to pay, sent once more. ` +
        `${shown(at)} The money came once. Which of the two ids tells you so?`,
    }),
    check({
      id: "real-payment",
      title: "A payment with an id of its own counts, whatever its amount",
      covers: (at) => at.event?.type === "PaymentReceived",
      message: (at) =>
        `Offset ${at.offset} is ${field(at.event, "paymentId")}, a payment that no record before it names: ${euros(centsOf(at.event))} on invoice ${invoiceOf(at)}. ` +
        `${shown(at)} Two payments may be of the same amount. By what did your code take this record for one it knew?`,
      known: [
        {
          when: (at) => !leftOut(at),
          says: (at) =>
            `Offset ${at.offset} pays ${euros(centsOf(at.event))} on invoice ${invoiceOf(at)}, by ${field(at.event, "paymentId")}. ` +
            `${shown(at)} Before it, ${euros(figureOf(at.before, invoiceOf(at)))} was paid there. What does your code add for a payment?`,
        },
      ],
    }),
    check({
      id: "refund",
      title: "Every refund counts once, also the second part of one payment",
      covers: (at) => at.event?.type === "RefundPaid",
      message: (at) =>
        `At offset ${at.offset} ${euros(centsOf(at.event))} of ${field(at.event, "paymentId")} went back to whoever paid invoice ${invoiceOf(at)}. ` +
        `${shown(at)} No refund before it has this event id, ${idOf(at.event)}. What is it that \`paymentId\` names on a refund?`,
      known: [
        {
          when: (at) => !leftOut(at),
          says: (at) =>
            `At offset ${at.offset} ${euros(centsOf(at.event))} of ${field(at.event, "paymentId")} went back to whoever paid invoice ${invoiceOf(at)}. ` +
            `${shown(at)} Before it, ${euros(figureOf(at.before, invoiceOf(at)))} was paid there. Which way does the money go in a refund?`,
        },
      ],
    }),
    check({
      id: "other-records",
      title: "Every other record leaves the money as it was",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${shown(at)} It moves no money. Which case of \`evolve\` ran?`
          : `Before the first record nothing was paid. ${shown(at)} What does \`initialState\` return?`,
    }),
  ],
  generated: { cases: days, possible: couldHaveHappened },
} satisfies ExerciseChecks;

/** Code that stopped shows the state before: it needs other words, whatever the record is. */
function check({ known = [], ...rest }: Check): Check {
  const stopped = {
    when: (at: At) => figures(at.actual) !== null && parted(at).length === 0,
    says: (at: At) =>
      `At offset ${at.offset} your code stopped. Your fold shows what it showed before this record. The record is on the log, for the first time or the second; ` +
      "`evolve` comes too late to refuse it. What is the state after a record that adds nothing to it?",
  };
  return { ...rest, known: [stopped, ...known] };
}

/** The record before this step that is the same event. */
function sameEvent({ event, history }: At): Event | undefined {
  return history.find(({ metadata }) => metadata.id === event?.metadata.id);
}

/** The record before this step that is the same payment. */
function samePayment({ event, history }: At): Event | undefined {
  if (event?.type !== "PaymentReceived") return undefined;
  return history.find(
    (each) => each.type === "PaymentReceived" && field(each, "paymentId") === field(event, "paymentId"),
  );
}

/** Whether the fold shows the same money after the record as before it. */
function leftOut(at: At): boolean {
  return figureOf(at.before, invoiceOf(at)) === figureOf(at.actual, invoiceOf(at));
}

/** "After it your fold shows €130.00 paid on invoice 2026-118." */
function shown(at: At): string {
  if (!figures(at.actual)) return "Your state has no `paid`, an object of cents by invoice.";
  const told = parted(at).map(
    (invoice) => `${euros(figureOf(at.actual, invoice))} paid on invoice ${invoice}`,
  );
  return `${at.event ? "After it your" : "Your"} fold shows ${told.join(" and ")}.`;
}

/** The invoices on which the fold shows other money than the reference. */
function parted({ expected, actual }: At): string[] {
  const invoices = new Set([...Object.keys(figures(expected) ?? {}), ...Object.keys(figures(actual) ?? {})]);
  return [...invoices].filter((invoice) => figureOf(expected, invoice) !== figureOf(actual, invoice));
}

function figures(compared: Json): { [invoice: string]: Json } | null {
  return isObject(compared) ? compared : null;
}

function figureOf(compared: Json, invoice: string): Json {
  const held = figures(compared);
  return held && Object.hasOwn(held, invoice) ? (held[invoice] as Json) : 0;
}

function field(event: Event | null | undefined, name: string): string {
  return isObject(event?.data) ? String(event.data[name]) : "";
}

function invoiceOf({ event }: At): string {
  return field(event, "invoiceId");
}

function centsOf(event: Event | null): number {
  return Number(field(event, "cents"));
}

function idOf(event: Event | null): string {
  return event?.metadata.id ?? "";
}

function offsetOf(event: Event | undefined): number | undefined {
  return event?.metadata.position.offset;
}

/** "€65.00", with a real minus sign; what is no number stays as it is. */
function euros(cents: Json): string {
  if (typeof cents !== "number") return JSON.stringify(cents);
  return `${cents < 0 ? "−" : ""}€${(Math.abs(cents) / 100).toFixed(2)}`;
}
