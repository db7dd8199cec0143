import type { SealedEvent } from "../../../exercises/sealed-ledger/domain.ts";
import { brokenAt, changed, euros, type Forgery, forge, notedSeal } from "./cash-book.ts";

/** "tom pays 80.00 to caterer". */
export function sentenceOf({ type, data }: SealedEvent): string {
  const amount = euros(Number(data.amountCents));
  return type === "CashPaid"
    ? `${data.by} pays ${amount} to ${data.to}`
    : `${data.by} receives ${amount} from ${data.from}`;
}

/** What the chain says of a book. */
export function chainSays(book: SealedEvent[]): string {
  const at = brokenAt(book);
  return at === null
    ? "The chain does not break: every record is linked and sealed."
    : `The chain breaks at offset ${at}.`;
}

/** What the seal says that was noted outside of the log. */
export function notedSealSays(book: SealedEvent[]): string {
  const last = String(book.at(-1)?.data.seal);
  return last === notedSeal
    ? `The last seal is ${last}, the one that Nadia noted.`
    : `The last seal is ${last}. Nadia noted ${notedSeal}.`;
}

/** A question of the figure, and what is done to the book once it is answered. */
export interface Question {
  ask: string;
  options: readonly string[];
  right: string;
  reason: string;
  forgery: Forgery;
}

const { offset, amountCents } = changed;
const last = 7;

export const questions: Question[] = [
  {
    ask: `Somebody writes ${euros(amountCents)} instead of 80.00 at offset ${offset}, and leaves its seal as it is. Where does the chain break?`,
    options: ["at offset 4", "at offset 5", "nowhere"],
    right: "at offset 4",
    reason: "The seal at offset 4 was computed from 80.00. It does not belong to the new amount.",
    forgery: { changesAmount: true, sealsAgain: 0, cutsEnd: false },
  },
  {
    ask: `Now the record at offset ${offset} is sealed again, with the new amount in it. Where does the chain break?`,
    options: ["at offset 4", "at offset 5", "nowhere"],
    right: "at offset 5",
    reason: "Offset 4 has a new seal, and offset 5 still names the old one as the seal before it.",
    forgery: { changesAmount: true, sealsAgain: 1, cutsEnd: false },
  },
  {
    ask: `Now all records from offset ${offset} to ${last} are sealed again. What finds the change?`,
    options: ["the chain", "the last seal, which Nadia noted", "nothing"],
    right: "the last seal, which Nadia noted",
    reason:
      "Inside the log everything fits again. But the last seal depends on every record before it, so it is another one now.",
    forgery: { changesAmount: true, sealsAgain: 4, cutsEnd: false },
  },
];

/** All that the two checks say of a forgery, for whoever hears the figure. */
export const verdictOf = (forgery: Forgery): string => {
  const book = forge(forgery);
  return `${chainSays(book)} ${notedSealSays(book)}`;
};
