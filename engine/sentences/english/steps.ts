import { shortValueInWords as inWords, type ShortValue } from "../short-values.ts";

/** The name of a changed part of the state; "" stands for the whole. */
const part = (name: string) => name || "the state";

/** What happened at a step, and what it changed. `record` is in the words of the exercise's author. */
export const stepSentences = {
  "short-value": inWords,
  "command-sent": ({ command }: { command: string }) => `Command ${command}.`,
  "command-accepted": ({ events }: { events: number }) =>
    events === 0
      ? "Accepted, nothing to record."
      : `Accepted: ${events} ${events === 1 ? "event" : "events"}.`,
  "command-refused": ({ reason }: { reason: string }) => `Refused: ${reason}.`,
  "call-answered": ({ answer }: { answer: string }) => `The answer is ${answer}.`,
  "event-decided": ({ position, record }: { position: string; record: string }) =>
    `Event from decide (${position}): ${record}.`,
  "record-folded": ({ offset, record }: { offset: number; record: string }) => `Offset ${offset}. ${record}.`,
  "record-folded-at": ({ offset, time, record }: { offset: number; time: string; record: string }) =>
    `Offset ${offset}, ${time}. ${record}.`,
  "state-stays": "The code does not change the state.",
  "parts-stay": ({ parts }: { parts: string }) => `The code does not change ${parts}.`,
  "part-gone": ({ name, ...was }: { name: string } & ShortValue) =>
    `${part(name)}: gone (was ${inWords(was)}).`,
  "part-new": ({ name, ...now }: { name: string } & ShortValue) => `${part(name)}: now ${inWords(now)}.`,
  "part-changed": ({
    name,
    kindBefore,
    before,
    ...now
  }: { name: string; kindBefore: ShortValue["kind"]; before: string | number } & ShortValue) =>
    `${part(name)}: ${inWords({ kind: kindBefore, value: before })}, now ${inWords(now)}.`,
  "more-changes": ({ count }: { count: number }) =>
    `And ${count} more ${count === 1 ? "change" : "changes"}.`,
};
