import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { withKnownMistake } from "../../engine/grading/checks-about.ts";
import { generated } from "./logs.ts";

/** An event as it is compared. */
interface Read {
  type: string;
  version: number;
  data: { [name: string]: Json };
  /** The rest of the metadata, as far as an event brings it along. */
  kept: Json;
}

/** Where code stopped, or returned no event, there is no answer, so the message is another one. */
const stopped: KnownMistake = {
  when: (at) => at.event !== null && at.actualResult === undefined,
  says: (at) =>
    `Offset ${at.offset} is ${tell(written(at))}, and your code stopped there. The record is in the log, whatever its type and version, so every fold has to read it. ` +
    "What can `upcast` return when it has nothing to change?",
};

export default {
  compareResult: (result) => read(result) as unknown as Json,
  checks: withKnownMistake(stopped, [
    {
      id: "fold",
      title: "evolve folds today's events as it was given",
      covers: (at) => at.event === null || sameJson(at.expectedResult ?? null, at.actualResult ?? null),
      message: (at) =>
        at.event
          ? `At offset ${at.offset} your \`upcast\` answers with ${tell(actual(at))}, and after it the account holds ${JSON.stringify(at.actual)}. \`evolve\` was finished when you opened it. What have you changed there?`
          : `Before the first record the account holds ${JSON.stringify(at.actual)}. Nobody has chosen anything yet. What have you changed in \`initialState\`?`,
    },
    {
      id: "current",
      title: "A current event, or one of an unknown type, is returned as it is",
      covers: (at) => kindOf(at) === "current",
      message: (at) =>
        `Offset ${at.offset} is ${tell(written(at))}. ${made(at)} ` +
        (at.event?.type === "PlanChosen"
          ? "It is an event of today, and it names the plan that was chosen. What is there to look up?"
          : "Rule 4 is about this type. What should `upcast` return for it?"),
    },
    {
      id: "renamed",
      title: "SubscriptionStopped is SubscriptionCancelled today",
      covers: (at) => kindOf(at) === "stopped",
      message: (at) =>
        `Offset ${at.offset} is a SubscriptionStopped from ${year(at)}, with a \`why\`. ${made(at)} ` +
        "Today's event is called SubscriptionCancelled, and has a `reason`. Which names change, and which value stays?",
    },
    {
      id: "version",
      title: "The metadata says today's version, and the rest of it stays",
      covers: (at) =>
        sameJson(expected(at).data, actual(at)?.data ?? null) && expected(at).type === actual(at)?.type,
      message: (at) =>
        `Offset ${at.offset} comes out of your \`upcast\` in the shape of version ${expected(at).version}, but its metadata says that it is version ${actual(at)?.version}. ` +
        "The next reader would put it through your steps again. Which field says the version of an event?",
      known: [
        {
          when: (at) => actual(at)?.version === expected(at).version,
          says: (at) =>
            `Offset ${at.offset} comes out of your \`upcast\` with the right data, but its \`id\` or its \`occurredAt\` is not what it was. ` +
            "It is still the same fact, from the same time. Which fields of the old metadata does your new event keep?",
        },
      ],
    },
    {
      id: "price",
      title: "The price is what was agreed, in whole cents of its currency",
      covers: (at) => !agree(at, "price") || !agree(at, "currency"),
      message: (at) =>
        `Offset ${at.offset} is a PlanChosen of ${year(at)}, version ${versionOf(at)}: the price is ${priceIn(at)}. ${made(at)} ` +
        `Today's event has it in whole cents, with a currency. How many cents did the reader agree to pay in ${year(at)}?`,
      known: [
        {
          when: (at) => versionOf(at) === 1 && isOneBelow(at),
          says: (at) =>
            `At offset ${at.offset} the price is ${written(at).data.price} euros. ${made(at)} That is ${actual(at)?.data.price} cents, one cent too few. ` +
            `For a computer, ${written(at).data.price} times 100 is a little less than a whole number. What does your code do with the digits after the point?`,
        },
        {
          when: (at) =>
            versionOf(at) === 1 && actual(at) !== null && actual(at)?.version !== 1 && sameField(at, "price"),
          says: (at) =>
            `Offset ${at.offset} is a PlanChosen of ${year(at)}, version 1. ${made(at)} Your code read euros as cents: ${written(at).data.price} euros became ${written(at).data.price} cents. ` +
            "How did your code find the version, and which field of the event says it?",
        },
        {
          when: (at) => versionOf(at) === 2 && !agree(at, "currency"),
          says: (at) =>
            `Offset ${at.offset} is ${tell(written(at))}. ${made(at)} The reader agreed to pay in ${written(at).data.currency}. Where does your second step get the currency from?`,
        },
      ],
    },
    {
      id: "no-plan",
      title: "A price that is on no list has no plan",
      covers: (at) => expected(at).data.planId === null,
      message: (at) =>
        `At offset ${at.offset} the price is ${priceIn(at)}. ${made(at)} That price is on no list, so no record says which plan it was. ` +
        "What can an upcaster write when nobody knows the value?",
    },
    {
      id: "plan",
      title: "A price that is on the list has its plan and its interval",
      covers: () => true,
      message: (at) =>
        `At offset ${at.offset} the price is ${priceIn(at)}. ${made(at)} \`plans\` lists this price in this currency. By what does your code look it up?`,
      known: [
        {
          when: (at) => actual(at) !== null && !("planId" in (actual(at)?.data ?? {})),
          says: (at) =>
            `Offset ${at.offset} is a PlanChosen of version ${versionOf(at)}. ${made(at)} That has the shape of version 2, and \`evolve\` knows version 3 only. ` +
            "Which step is still missing?",
        },
      ],
    },
  ]),
  generated,
} satisfies ExerciseChecks;

/** What is compared of an event; null for a value that is no event. A missing version is 1, as when a record is read. */
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

function expected(at: CheckContext): Read {
  return at.expectedResult as unknown as Read;
}

function actual(at: CheckContext): Read | null {
  return (at.actualResult ?? null) as unknown as Read | null;
}

/** The record's own event, as it was written. */
function written({ event }: CheckContext): Read {
  return read(event as unknown as Json) as Read;
}

function versionOf(at: CheckContext): number {
  return written(at).version;
}

function kindOf({ event }: CheckContext): "current" | "stopped" | "old plan" {
  const { type, metadata } = event as Event;
  if (type === "SubscriptionStopped") return "stopped";
  return type === "PlanChosen" && metadata.version < 3 ? "old plan" : "current";
}

function agree(at: CheckContext, field: string): boolean {
  return sameJson(expected(at).data[field] ?? null, actual(at)?.data[field] ?? null);
}

function sameField(at: CheckContext, field: string): boolean {
  return sameJson(written(at).data[field] ?? null, actual(at)?.data[field] ?? null);
}

function isOneBelow(at: CheckContext): boolean {
  return actual(at)?.data.price === Number(expected(at).data.price) - 1;
}

/** "19.9, in euros" or "1190, in cents of CHF" */
function priceIn(at: CheckContext): string {
  const { price, currency } = written(at).data;
  return versionOf(at) === 1 ? `${price}, in euros` : `${price}, in cents of ${currency}`;
}

function year({ event }: CheckContext): string {
  return event?.metadata.occurredAt.slice(0, 4) ?? "";
}

/** What the learner's code made of the record. */
function made(at: CheckContext): string {
  return sameJson(written(at) as unknown as Json, at.actualResult ?? null)
    ? "Your `upcast` returns it as it is."
    : `Your \`upcast\` turns it into ${tell(actual(at))}.`;
}

/** "PlanChosen, version 2, with price 1190, currency "CHF"" */
function tell(event: Read | null): string {
  if (event === null) return "no event";
  const fields = Object.entries(event.data).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${event.type}, version ${event.version}, with ${fields.join(", ") || "no data"}`;
}
