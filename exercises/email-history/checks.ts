import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  describeOffsets,
  differingParts,
  formatNumber,
  offsetOf,
  partsOf,
} from "../../engine/grading/message-parts.ts";
import { generated } from "./logs.ts";

const emailOf = (data: Json | undefined) => String(partsOf(data).email);
const isChange = (at: CheckContext) => at.event?.type === "EmailChanged";
const part = (state: Json, name: string) => partsOf(state)[name];
const differs = (at: CheckContext, name: string) => differingParts(at.expected, at.actual).includes(name);
/** "2024-05-02 08:30" */
const minute = (time: Json | undefined) => String(time).slice(0, 16).replace("T", " ");
const text = (value: Json | undefined) =>
  typeof value === "string" ? value || "no address" : JSON.stringify(value);

/** The record that used this address first, up to this step. */
function firstUse(at: CheckContext, email: string) {
  const records = at.event ? [...at.history, at.event] : at.history;
  return records.find(({ type, data }) => type !== "GiftCardBought" && emailOf(data) === email);
}

const current: Check = {
  id: "current",
  title: "The current address is the one in the newest change",
  covers: (at) => isChange(at) && differs(at, "current"),
  message(at) {
    const email = emailOf(at.event?.data);
    const shown = `After it, your customer has ${text(part(at.actual, "current"))}.`;
    const first = firstUse(at, email);
    return first !== undefined && first !== at.event
      ? `Offset ${at.offset} changes the address back to ${email}. ${shown} Offset ${offsetOf(first)} used this address before, and now it is the current one again. What does your code do with an address that it knows already?`
      : `Offset ${at.offset} changes the address to ${email}. ${shown} Which case of \`evolve\` ran for this record?`;
  },
};

const firstUseCheck: Check = {
  id: "first-use",
  title: "Every address keeps the time of its first use",
  covers: (at) => isChange(at) && differs(at, "firstUsed"),
  message(at) {
    const [expected, actual] = [part(at.expected, "firstUsed"), part(at.actual, "firstUsed")];
    const [wrong = ""] = differingParts(expected, actual);
    const time = partsOf(actual)[wrong];
    const first = firstUse(at, wrong);
    if (first === undefined)
      return `After offset ${at.offset} your \`firstUsed\` has an entry for ${wrong}, and no record so far names this address. Where does it come from?`;
    const said = `Offset ${offsetOf(first)} used ${wrong} first, on ${minute(first.metadata.occurredAt)}.`;
    if (time === undefined)
      return `After offset ${at.offset} your \`firstUsed\` has no entry for ${wrong}. ${said} What happens to the earlier entries when this record comes?`;
    const shown = `After offset ${at.offset} your \`firstUsed\` says ${minute(time)} for ${wrong}.`;
    return `${shown} ${said} Which of the two times is the first one, and what has your code written over it?`;
  },
};

const changes: Check = {
  id: "changes",
  title: "Each change counts, also a change back",
  covers: (at) => isChange(at) && differs(at, "changes"),
  message(at) {
    const before = at.history.filter(({ type }) => type === "EmailChanged").map(offsetOf);
    const offsets = describeOffsets([...before, at.offset ?? at.index]);
    const shown = formatNumber(part(at.actual, "changes") ?? null);
    return `After offset ${at.offset} your customer has \`changes\` ${shown}. The address was changed at ${offsets}. Are you counting changes, or are you comparing addresses?`;
  },
};

const otherRecords: Check = {
  id: "other-records",
  title: "A record that is not about the address changes nothing",
  covers: () => true,
  message(at) {
    if (!at.event)
      return "Before the first record your customer is not empty. `initialState` was finished when you opened it. What have you changed there?";
    if (!isObject(at.actual))
      return `The record at offset ${at.offset} is ${at.event.type}. After it, your fold has no customer any more. What does \`evolve\` return when none of its cases fits?`;
    const [name = ""] = differingParts(at.expected, at.actual);
    return `The record at offset ${at.offset} is ${at.event.type}. After it, your customer has \`${name}\` ${JSON.stringify(part(at.actual, name) ?? null)}, and before it was ${JSON.stringify(part(at.before, name))}. Which case of \`evolve\` ran for this record?`;
  },
};

export default {
  // Any other memory in the state is the learner's own.
  compare: (state) =>
    isObject(state)
      ? {
          current: state.current ?? null,
          firstUsed: state.firstUsed ?? null,
          changes: state.changes ?? null,
        }
      : null,
  checks: [current, firstUseCheck, changes, otherRecords],
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the customer it was given, at \`${path}\`. That customer is the state before this record, and your code wrote over it, as an update does. What would you return if you could only read it?`,
  },
} satisfies ExerciseChecks;
