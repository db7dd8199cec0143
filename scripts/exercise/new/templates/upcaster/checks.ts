import type { Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import { generated } from "./logs.ts"; // course

type Read = { type?: string; data?: Record<string, unknown>; metadata?: { id?: string; version?: number } };

/** What `upcast` answered: what is not there reads as undefined. */
const read = (at: CheckContext) => (at.actualResult ?? {}) as Read;
const expected = (at: CheckContext) => (at.expectedResult ?? {}) as Read;
const stored = (at: CheckContext) => (at.event?.data ?? {}) as { count?: number; euros?: number };
const isOld = (at: CheckContext) => stored(at).euros !== undefined;

// The first check that covers the step at which the learner's fold goes wrong speaks. A sentence says where, what the
// fold shows and what the record says, and asks one question.
const checks: Check[] = [
  {
    id: "version",
    title: "A sale in euros is read as version 2",
    covers: (at) => isOld(at) && read(at).metadata?.version !== 2,
    message: (at) =>
      `The record at offset ${at.offset} is a sale in euros. The event that your \`upcast\` returned is still of version ${read(at).metadata?.version ?? "nobody knows which"}. How would the next reader know that its price is in cents?`,
  },
  {
    id: "cents",
    title: "The price in whole cents",
    covers: (at) => isOld(at) && read(at).data?.cents !== expected(at).data?.cents,
    message: (at) =>
      `At offset ${at.offset} the record says ${stored(at).euros} euros for one ticket. What your \`upcast\` answered says ${JSON.stringify(read(at).data?.cents) ?? "no"} cents. How many whole cents are that?`,
  },
  {
    id: "rest",
    title: "Everything else of the event stays",
    covers: isOld,
    message: (at) =>
      `At offset ${at.offset} the event was named ${at.event?.metadata.id} and told of ${stored(at).count} tickets. What your \`upcast\` answered is named ${read(at).metadata?.id ?? "nothing"} and tells of ${JSON.stringify(read(at).data?.count) ?? "none"}. What else did the event hold that its reader needs?`,
  },
  {
    id: "current",
    title: "An event of a current version is answered as it is",
    covers: () => true,
    message: (at) =>
      `At offset ${at.offset} the ${at.event?.type} was written in version ${at.event?.metadata.version}, which is current. Your \`upcast\` answered with ${read(at).type ?? "something"} of version ${read(at).metadata?.version ?? "nobody knows which"} and other data than the record's. By what does it tell an old sale?`,
  },
];

export default {
  checks,
  generated, // course
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed what it was given, at \`${path}\`. The record stays in the log as it was written. What could \`upcast\` answer with instead?`,
  },
} satisfies ExerciseChecks;
