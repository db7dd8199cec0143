import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { withKnownMistake } from "../../engine/grading/checks-about.ts";
import { offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import { generated } from "./logs.ts";

/** Where code stopped, `at.actual` is the state before, so the message is another one, whatever the record is. */
const stopped: KnownMistake = {
  when: (at) => at.actual !== null && differingInvoices(at).length === 0,
  says: (at) =>
    `At offset ${at.offset} your code stopped. The record is already in the log, even if it repeats an earlier one, so \`evolve\` cannot refuse it. ` +
    "What is the state after a record that adds nothing?",
};

export default {
  // An invoice of which everything was paid back may be listed with 0, or not at all.
  compare: (state) => {
    const paid = isObject(state) && isObject(state.paid) ? state.paid : null;
    return paid && Object.fromEntries(Object.entries(paid).filter(([, cents]) => cents !== 0));
  },
  checks: withKnownMistake(stopped, [
    {
      id: "same-event",
      title: "An event that comes a second time is not counted again",
      covers: (at) => sameEvent(at) !== undefined,
      message: (at) =>
        `At offset ${at.offset} the event ${idOf(at.event)} comes a second time; it was at offset ${offsetOf(sameEvent(at))} before. ` +
        `${shown(at)} The money was already counted there. What could your state keep, so that it recognises the event?`,
    },
    {
      id: "same-payment",
      title: "A payment that was tried again is one payment",
      covers: (at) => samePayment(at) !== undefined,
      message: (at) =>
        `Offset ${at.offset} is a new event, but it names ${field(at.event, "paymentId")}, as offset ${offsetOf(samePayment(at))} did. It is the same attempt to pay, sent once more. ` +
        `${shown(at)} The money came once. Which of the two ids shows that?`,
    },
    {
      id: "real-payment",
      title: "A payment with a new id counts, whatever its amount",
      covers: (at) => at.event?.type === "PaymentReceived",
      message: (at) =>
        `Offset ${at.offset} is ${field(at.event, "paymentId")}, a payment that no earlier record names: ${euros(centsOf(at.event))} on invoice ${invoiceOf(at)}. ` +
        `${shown(at)} Two payments may have the same amount. Why did your code think that it had counted this payment already?`,
      known: [
        {
          when: (at) => !leftOut(at),
          says: (at) =>
            `Offset ${at.offset} pays ${euros(centsOf(at.event))} on invoice ${invoiceOf(at)}, by ${field(at.event, "paymentId")}. ` +
            `${shown(at)} Before it, ${euros(figureOf(at.before, invoiceOf(at)))} was paid there. What does your code add for a payment?`,
        },
      ],
    },
    {
      id: "refund",
      title: "Every refund counts once, also the second part of one payment",
      covers: (at) => at.event?.type === "RefundPaid",
      message: (at) =>
        `At offset ${at.offset} ${euros(centsOf(at.event))} of ${field(at.event, "paymentId")} went back to whoever paid invoice ${invoiceOf(at)}. ` +
        `${shown(at)} No earlier refund has this event id, ${idOf(at.event)}. What does \`paymentId\` name on a refund?`,
      known: [
        {
          when: (at) => !leftOut(at),
          says: (at) =>
            `At offset ${at.offset} ${euros(centsOf(at.event))} of ${field(at.event, "paymentId")} went back to whoever paid invoice ${invoiceOf(at)}. ` +
            `${shown(at)} Before it, ${euros(figureOf(at.before, invoiceOf(at)))} was paid there. In which direction does the money go in a refund?`,
        },
      ],
    },
    {
      id: "other-records",
      title: "Every other record leaves the money as it was",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${shown(at)} It moves no money. Which case of \`evolve\` ran?`
          : `Before the first record nothing was paid. ${shown(at)} What does \`initialState\` return?`,
    },
  ]),
  generated,
} satisfies ExerciseChecks;

/** The record before this step that is the same event. */
function sameEvent({ event, history }: CheckContext): Event | undefined {
  return history.find(({ metadata }) => metadata.id === event?.metadata.id);
}

/** The record before this step that is the same payment. */
function samePayment({ event, history }: CheckContext): Event | undefined {
  if (event?.type !== "PaymentReceived") return undefined;
  return history.find(
    (each) => each.type === "PaymentReceived" && field(each, "paymentId") === field(event, "paymentId"),
  );
}

/** Whether the fold shows the same money after the record as before it. */
function leftOut(at: CheckContext): boolean {
  return figureOf(at.before, invoiceOf(at)) === figureOf(at.actual, invoiceOf(at));
}

/** "After it your fold shows €130.00 paid on invoice 2026-118." */
function shown(at: CheckContext): string {
  if (at.actual === null) return "Your state has no `paid`, an object of cents by invoice.";
  const amounts = differingInvoices(at).map(
    (invoice) => `${euros(figureOf(at.actual, invoice))} paid on invoice ${invoice}`,
  );
  return `${at.event ? "After it your" : "Your"} fold shows ${amounts.join(" and ")}.`;
}

/** The invoices for which the fold shows other money than the reference. */
function differingInvoices({ expected, actual }: CheckContext): string[] {
  const invoices = Object.keys({ ...partsOf(expected), ...partsOf(actual) });
  return invoices.filter((invoice) => figureOf(expected, invoice) !== figureOf(actual, invoice));
}

function figureOf(compared: Json, invoice: string): Json {
  return partsOf(compared)[invoice] ?? 0;
}

function field(event: Event | null | undefined, name: string): string {
  return isObject(event?.data) ? String(event.data[name]) : "";
}

function invoiceOf({ event }: CheckContext): string {
  return field(event, "invoiceId");
}

function centsOf(event: Event | null): number {
  return Number(field(event, "cents"));
}

function idOf(event: Event | null): string {
  return event?.metadata.id ?? "";
}

/** "€65.00", with a real minus sign; what is no number stays as it is. */
function euros(cents: Json): string {
  if (typeof cents !== "number") return JSON.stringify(cents);
  return `${cents < 0 ? "−" : ""}€${(Math.abs(cents) / 100).toFixed(2)}`;
}
