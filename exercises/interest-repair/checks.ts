import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { formatNumber, offsetOf } from "../../engine/grading/message-parts.ts";
import { exactInterest, inHundredths } from "../savings-account/interest.ts";
import type { AccountEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type At = CheckContext<AccountEvent>;
type Accrued = Extract<AccountEvent, { type: "InterestAccrued" }>;

const accrued = ({ event }: At) => (event?.type === "InterestAccrued" ? (event as Accrued).data : null);
/** The cents that a record names; 0 where it names none. */
const centsOf = (event: { data: unknown } | null) => {
  const data = event?.data as Json;
  return isObject(data) ? Number(data.cents ?? 0) : 0;
};
const before = (at: At) => Number(at.before);
/** What the learner's account got at this step, in cents. */
const paid = (at: At) => Number(at.actual) - before(at);
/** The exact interest of the record on another amount, or with a year of so many days. */
const exact = (at: At, cents = before(at), year?: number) => {
  const { days, basisPoints } = accrued(at) ?? { days: 0, basisPoints: 0 };
  return exactInterest(cents, days, basisPoints, year);
};
const deposited = ({ history }: At) =>
  history.reduce((sum, { type, data }) => sum + (type === "MoneyDeposited" ? centsOf({ data }) : 0), 0);

function shows(at: At): string {
  if (typeof at.actual !== "number") return `Your account has no \`balance\` that is a number`;
  const [was, now] = [formatNumber(at.before), formatNumber(at.actual)];
  return was === now
    ? `Your balance stayed at ${was} cents`
    : `Your balance went from ${was} to ${now} cents`;
}

function record(at: At): string {
  const { days, basisPoints } = accrued(at) ?? {};
  return `At offset ${at.offset} interest is due for ${days} days at ${basisPoints} basis points. ${shows(at)}`;
}

export default {
  checks: [
    {
      id: "interest",
      title: "Interest is so many 365ths of a year’s interest on the balance, to the nearest cent",
      covers: (at) => accrued(at) !== null,
      message: (at) =>
        `${record(at)}. A whole year would give ${inHundredths(exactInterest(before(at), 365, accrued(at)?.basisPoints ?? 0))} cents on ${formatNumber(at.before)}. ` +
        `Which part of a year are ${accrued(at)?.days} days?`,
      known: [
        {
          when: (at) => accrued(at) !== null && paid(at) === Math.floor(exact(at)),
          says: (at) =>
            `${record(at)}. The exact interest is ${inHundredths(exact(at))} cents, and your account got ${paid(at)}. To which whole cent does the bank round?`,
        },
        {
          when: (at) => accrued(at) !== null && paid(at) === Math.round(exact(at, before(at), 360)),
          says: (at) =>
            `${record(at)}. That is the interest for a year of 360 days. How many days has a year at this bank?`,
        },
        {
          when: (at) =>
            accrued(at) !== null &&
            paid(at) === Math.round((exact(at) * 365) / 12 / (accrued(at)?.days ?? 1)),
          says: (at) =>
            `${record(at)}. That is a twelfth of a year’s interest. For how many days does this record pay?`,
        },
        {
          when: (at) =>
            accrued(at) !== null &&
            deposited(at) !== at.before &&
            paid(at) === Math.round(exact(at, deposited(at))),
          says: (at) =>
            `${record(at)}. That is interest on ${deposited(at)} cents, all that was ever paid in. How many cents were in the account just before this record?`,
        },
      ],
    },
    {
      id: "money",
      title: "What is paid in and taken out moves the balance by its cents",
      covers: (at) => at.event?.type === "MoneyDeposited" || at.event?.type === "MoneyWithdrawn",
      message: (at) =>
        `Offset ${at.offset}, ${at.event?.type}, says ${centsOf(at.event)} cents. ${shows(at)}. ` +
        "That part was right when you opened it. In which direction does the money go?",
    },
    {
      id: "other-records",
      title: "Every other record moves nothing",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${shows(at)}. How much money does it move?`
          : "Before the first record your balance is not 0. What does `initialState` return?",
    },
  ],
  compare: (state: Json) => (isObject(state) ? (state.balance ?? null) : null),
  generated,
  words: {
    mutation: (at, path) => {
      const last = at.history.at(-1);
      const past = last ? `the state after offset ${offsetOf(last)}` : "the one that every fold starts with";
      return (
        `At offset ${at.offset} your code changed the account it was given, at \`${path}\`. That account is ${past}, ` +
        "and somebody may still need it. What would you return if you could only read it?"
      );
    },
  },
} satisfies ExerciseChecks<AccountEvent>;
