import type { Event } from "../../engine/fold/event.ts";
import { isObject, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, formatNumber, offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import { bookingOf, type Transaction, transactionsIn } from "./domain.ts";
import { bookings, generated } from "./logs.ts";

type Reversal = CheckContext & { event: Event };

export default {
  // What else the ledger remembers is the learner's own. An account at 0 is the same as no account.
  compare: (state) => {
    const balances = isObject(state) ? (state.balances ?? null) : null;
    if (!isObject(balances)) return null;
    return Object.fromEntries(Object.entries(balances).filter(([, cents]) => cents !== 0));
  },
  checks: [
    {
      id: "booked",
      title: "What is paid in and taken out moves that account",
      covers: (at) => at.event?.type === "MoneyDeposited" || at.event?.type === "MoneyWithdrawn",
      message: (at) =>
        `Offset ${at.offset}, ${at.event?.type}, says ${cents(at).cents} cents and ${cents(at).account}. ${shows(at)}. ` +
        "That part was finished when you opened it. In which direction does the money go?",
    },
    {
      id: "reversal-of-reversal",
      title: "A reversal can be reversed like any transaction",
      covers: (at) => isReversal(at) && standing(at)?.event.type === "TransactionReversed",
      message: (at) => {
        const undone = standing(at) as Transaction<Event>;
        return (
          `Offset ${at.offset} takes back ${nameOf(undone.event)}, and ${nameOf(undone.event)} is a reversal itself: ` +
          `at offset ${offsetOf(undone.event)} it ${did(undone)}. ${shows(at)}. ` +
          `What does your ledger remember of ${nameOf(undone.event)}?`
        );
      },
    },
    {
      id: "takes-back",
      title: "A reversal undoes what the transaction it names did",
      covers: (at) => isReversal(at) && standing(at) !== undefined,
      message: (at) => {
        const undone = standing(at) as Transaction<Event>;
        return (
          `${shows(at)}. The record names ${nameOf(undone.event)}, which ${did(undone)} at offset ` +
          `${offsetOf(undone.event)}. How could \`evolve\` know that when offset ${at.offset} comes?`
        );
      },
      known: [
        {
          when: (at) => movedBy(at, standing(at)?.account) === standing(at)?.cents,
          says: (at) => {
            const undone = standing(at) as Transaction<Event>;
            return (
              `${shows(at)}. The record takes back ${nameOf(undone.event)}, and offset ${offsetOf(undone.event)} ` +
              `did the same to that account: it ${did(undone)}. In which direction did the money go then, and in which must it go back?`
            );
          },
        },
      ],
    },
    {
      id: "once",
      title: "A transaction is taken back once",
      covers: (at) => isReversal(at) && takenBack(at) !== undefined,
      message: (at) => {
        const first = takenBack(at)?.takenBackBy as Event;
        return (
          `${shows(at)}. The record names ${named(at)}. Offset ${offsetOf(first)} already took ${named(at)} back. ` +
          question(at, `How much of ${named(at)} was left to take back?`)
        );
      },
      known: [
        {
          when: (at) => reversalUndone(at) !== undefined && !stopped(at),
          says: (at) => {
            const first = takenBack(at)?.takenBackBy as Event;
            const second = reversalUndone(at) as Event;
            return (
              `${shows(at)}. The record names ${named(at)}, which offset ${offsetOf(first)} took back once and for all. ` +
              `Offset ${offsetOf(second)} undid that reversal, under the name ${nameOf(second)}. ` +
              `Which transaction moved the money back, ${named(at)} or ${nameOf(second)}?`
            );
          },
        },
      ],
    },
    {
      id: "names-nothing",
      title: "A reversal of nothing changes nothing",
      covers: isReversal,
      message: (at) => {
        const known = at.history.find((earlier) => nameOf(earlier) === named(at));
        const reason = known
          ? `${named(at)} is the record at offset ${offsetOf(known)}, ${known.type}, and it moved no money`
          : `No earlier record has that name`;
        return `${shows(at)}. The record names ${named(at)}. ${reason}. ${question(at, "What is there to take back?")}`;
      },
    },
    {
      id: "other-records",
      title: "Every other record moves nothing",
      covers: () => true,
      message: (at) =>
        at.event
          ? `${shows(at)}. The record is ${at.event.type}. How much money does it move?`
          : "Before the first record your ledger is not an empty one with `balances`. What does `initialState` return?",
    },
  ],
  cases: [
    // The first transaction was taken back once and for all, even where its reversal was undone.
    bookings(["deposit", 5000], ["reverse", 1], ["reverse", 2], ["reverse", 1]),
    // A reversal that moved nothing has nothing to be undone; one that was itself a reversal's reversal has.
    bookings(
      ["withdraw", 800],
      ["reverse", 1],
      ["reverse", 1],
      ["reverse", 3],
      ["reverse", 2],
      ["reverse", 5],
    ),
  ],
  generated,
  words: {
    mutation: (at, path) => {
      const last = at.history.at(-1);
      const past = last ? `the state after offset ${offsetOf(last)}` : "the one that every fold starts with";
      return (
        `At offset ${at.offset} your code changed the ledger it was given, at \`${path}\`. That ledger is ${past}, ` +
        "and somebody may still need it. What would you return if you could only read it?"
      );
    },
  },
} satisfies ExerciseChecks;

function isReversal(at: CheckContext): at is Reversal {
  return at.event?.type === "TransactionReversed";
}

/** The name that the reversal at this step names. */
function named({ event }: CheckContext): string {
  return event ? bookingOf(event).reversesId : "";
}

/** The named transaction where it moved money and nothing took it back. */
function standing(at: CheckContext): Transaction<Event> | undefined {
  const transaction = transactionsIn(at.history).get(named(at));
  return transaction?.takenBackBy ? undefined : transaction;
}

/** The named transaction where it was taken back before. */
function takenBack(at: CheckContext): Transaction<Event> | undefined {
  const transaction = transactionsIn(at.history).get(named(at));
  return transaction?.takenBackBy ? transaction : undefined;
}

/** What undid the reversal of the named transaction. */
function reversalUndone(at: CheckContext): Event | undefined {
  const reversal = takenBack(at)?.takenBackBy;
  return reversal && transactionsIn(at.history).get(nameOf(reversal))?.takenBackBy;
}

function nameOf({ metadata }: Event): string {
  return metadata.id;
}

function cents({ event }: CheckContext) {
  return bookingOf(event as Event);
}

/** "took 6450 cents out of acc-3107" */
function did({ account, cents }: Transaction<Event>): string {
  return cents < 0 ? `took ${-cents} cents out of ${account}` : `put ${cents} cents into ${account}`;
}

/** Code that refuses a record of the log is asked another question. */
function question(at: CheckContext, otherwise: string): string {
  return stopped(at)
    ? "The record is already in the log, so `evolve` cannot refuse it. What is the ledger after it?"
    : otherwise;
}

/** The balances are equal and the folds still differ here: the code stopped. */
function stopped(at: CheckContext): boolean {
  return sameJson(at.expected, at.actual);
}

/** "At offset 7 your ledger moved acc-3107 from 116050 to 109600", or nothing. */
function shows(at: CheckContext): string {
  if (stopped(at)) return `At offset ${at.offset} your code stopped`;
  if (at.actual === null) return `After offset ${at.offset} your ledger has no \`balances\``;
  const [before, now] = [partsOf(at.before), partsOf(at.actual)];
  const changes = differingParts(before, now).map((account) => {
    const name = account === "undefined" ? "an account without a name" : account;
    return `${name} from ${formatNumber(before[account] ?? 0)} to ${formatNumber(now[account] ?? 0)}`;
  });
  return `At offset ${at.offset} your ledger moved ${changes.join(", and ") || "nothing"}`;
}

function movedBy(at: CheckContext, account = ""): number {
  return Number(partsOf(at.actual)[account] ?? 0) - Number(partsOf(at.before)[account] ?? 0);
}
