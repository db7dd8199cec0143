import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { accounts } from "./accounts.ts";

/** An event as it is compared. */
interface Read {
  type: string;
  version: number;
  data: { [name: string]: Json };
  /** The rest of the metadata, as far as an event brings it along. */
  kept: Json;
}

export default {
  compareResult: (result) => read(result) as unknown as Json,
  checks: [
    check({
      id: "fold",
      title: "evolve folds today's events as it was given",
      covers: (at) => at.event === null || sameJson(at.expectedResult ?? null, at.actualResult ?? null),
      message: (at) =>
        at.event
          ? `At offset ${at.offset} your \`upcast\` answers with ${tell(actual(at))}, and after it the account holds ${JSON.stringify(at.actual)}. \`evolve\` was finished when you opened it. What have you changed there?`
          : `Before the first record the account holds ${JSON.stringify(at.actual)}. Nobody has chosen anything yet. What have you changed in \`initialState\`?`,
    }),
    check({
      id: "current",
      title: "What is current, or of a type that nobody knows, comes out as it went in",
      covers: (at) => kindOf(at) === "current",
      message: (at) =>
        `Offset ${at.offset} is ${tell(written(at))}. ${made(at)} ` +
        (at.event?.type === "PlanChosen"
          ? "It is an event of today and says itself which plan was chosen. What is there to look up?"
          : "No step of yours is about this type. What should become of it?"),
    }),
    check({
      id: "renamed",
      title: "SubscriptionStopped is SubscriptionCancelled today",
      covers: (at) => kindOf(at) === "stopped",
      message: (at) =>
        `Offset ${at.offset} is a SubscriptionStopped from ${year(at)}, with a \`why\`. ${made(at)} ` +
        "Today's event is called SubscriptionCancelled, and has a `reason`. Which words changed, and which fact did not?",
    }),
    check({
      id: "version",
      title: "The metadata tells today's version, and the rest of it stays",
      covers: (at) =>
        sameJson(expected(at).data, actual(at)?.data ?? null) && expected(at).type === actual(at)?.type,
      message: (at) =>
        `Offset ${at.offset} comes out of your \`upcast\` in the shape of version ${expected(at).version}, and its metadata says that it is version ${actual(at)?.version}. ` +
        "Whoever reads it next would put it through your steps again. Where does an event tell its version?",
      known: [
        {
          when: (at) => actual(at)?.version === expected(at).version,
          says: (at) =>
            `Offset ${at.offset} comes out of your \`upcast\` with its data in order, and of its metadata \`id\` and \`occurredAt\` are not what they were. ` +
            "It is still the same fact, from the same moment. What of the old metadata does your new event take along?",
        },
      ],
    }),
    check({
      id: "price",
      title: "The price is what was agreed, in whole cents of its currency",
      covers: (at) => !agree(at, "price") || !agree(at, "currency"),
      message: (at) =>
        `Offset ${at.offset} is a PlanChosen of ${year(at)}, version ${versionOf(at)}: the price is ${priceIn(at)}. ${made(at)} ` +
        `Today's event has it in whole cents, and its currency beside it. What did the reader agree to pay in ${year(at)}, said in cents?`,
      known: [
        {
          when: (at) => versionOf(at) === 1 && isOneBelow(at),
          says: (at) =>
            `At offset ${at.offset} the price is ${written(at).data.price} euros. ${made(at)} That is ${actual(at)?.data.price} cents: a cent is gone. ` +
            `For a computer ${written(at).data.price} times 100 is a little less than a whole number. What becomes of the rest in your code?`,
        },
        {
          when: (at) =>
            versionOf(at) === 1 && actual(at) !== null && actual(at)?.version !== 1 && sameField(at, "price"),
          says: (at) =>
            `Offset ${at.offset} is a PlanChosen of ${year(at)}, version 1. ${made(at)} Your code read euros as cents: ${written(at).data.price} euros became ${written(at).data.price} cents. ` +
            "What did your code look at to find the version, and what else of the event tells it?",
        },
        {
          when: (at) => versionOf(at) === 2 && !agree(at, "currency"),
          says: (at) =>
            `Offset ${at.offset} is ${tell(written(at))}. ${made(at)} The reader agreed to pay in ${written(at).data.currency}. What in your second step says which currency it is?`,
        },
      ],
    }),
    check({
      id: "no-plan",
      title: "A price that is on no list has no plan",
      covers: (at) => expected(at).data.planId === null,
      message: (at) =>
        `At offset ${at.offset} the price is ${priceIn(at)}. ${made(at)} That price is on no list, so the record does not say which plan it was, and no other one does. ` +
        "What can an upcaster write where nobody knows?",
    }),
    check({
      id: "plan",
      title: "A price that is on the list has its plan and its interval",
      covers: () => true,
      message: (at) =>
        `At offset ${at.offset} the price is ${priceIn(at)}. ${made(at)} In \`plans\` this price stands in its currency. What do you look it up by?`,
      known: [
        {
          when: (at) => actual(at) !== null && !("planId" in (actual(at)?.data ?? {})),
          says: (at) =>
            `Offset ${at.offset} is a PlanChosen of version ${versionOf(at)}. ${made(at)} That is in the shape of version 2, and \`evolve\` knows version 3 only. ` +
            "Who takes the step that is left?",
        },
      ],
    }),
  ],
  // An account may lack any of these records.
  generated: { cases: accounts, possible: () => true },
} satisfies ExerciseChecks;

/** Code that stopped, or gave no event, has no answer to speak about. */
function check({ known = [], ...rest }: Check): Check {
  const stopped = {
    when: (at: At) => at.event !== null && at.actualResult === undefined,
    says: (at: At) =>
      `Offset ${at.offset} is ${tell(written(at))}, and there your code stopped. The record is on the log, whatever its type and version; every fold has to get past it. ` +
      "What can `upcast` answer when it has nothing to change?",
  };
  return { ...rest, known: [stopped, ...known] };
}

/** An event with what is compared of it; null for what is none. A missing version is 1, as when a record is read. */
function read(result: Json | undefined): Read | null {
  if (!isObject(result) || typeof result.type !== "string") return null;
  const { version, id = null, occurredAt = null } = isObject(result.metadata) ? result.metadata : {};
  const data = isObject(result.data) ? (result.data as Read["data"]) : {};
  return {
    type: result.type,
    version: typeof version === "number" ? version : 1,
    data,
    kept: [id, occurredAt],
  };
}

function expected(at: At): Read {
  return at.expectedResult as unknown as Read;
}

function actual(at: At): Read | null {
  return (at.actualResult ?? null) as unknown as Read | null;
}

/** The record's own event, as it was written. */
function written({ event }: At): Read {
  return read(event as unknown as Json) as Read;
}

function versionOf(at: At): number {
  return written(at).version;
}

function kindOf({ event }: At): "current" | "stopped" | "old plan" {
  const { type, metadata } = event as Event;
  if (type === "SubscriptionStopped") return "stopped";
  return type === "PlanChosen" && metadata.version < 3 ? "old plan" : "current";
}

function agree(at: At, field: string): boolean {
  return sameJson(expected(at).data[field] ?? null, actual(at)?.data[field] ?? null);
}

function sameField(at: At, field: string): boolean {
  return sameJson(written(at).data[field] ?? null, actual(at)?.data[field] ?? null);
}

function isOneBelow(at: At): boolean {
  return actual(at)?.data.price === Number(expected(at).data.price) - 1;
}

/** "19.9, in euros" or "1190, in cents of CHF" */
function priceIn(at: At): string {
  const { price, currency } = written(at).data;
  return versionOf(at) === 1 ? `${price}, in euros` : `${price}, in cents of ${currency}`;
}

function year({ event }: At): string {
  return event?.metadata.occurredAt.slice(0, 4) ?? "";
}

/** What the learner's code made of the record. */
function made(at: At): string {
  return sameJson(written(at) as unknown as Json, at.actualResult ?? null)
    ? "Out of your `upcast` it comes as it went in."
    : `Your \`upcast\` makes of it ${tell(actual(at))}.`;
}

/** "PlanChosen, version 2, with price 1190, currency "CHF"" */
function tell(event: Read | null): string {
  if (event === null) return "no event";
  const fields = Object.entries(event.data).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${event.type}, version ${event.version}, with ${fields.join(", ") || "no data"}`;
}
