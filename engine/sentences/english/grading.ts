import { type ShortValue, shortValueInWords } from "../short-values.ts";

/** A step in a message: a record's offset, a command's type, or a call. */
type Place = { where: "offset" | "command" | "call"; name: string | number };

function atPlace({ where, name }: Place): string {
  if (where === "command") return `At the command ${name}`;
  return where === "call" ? "On this call" : `At offset ${name}`;
}

/** A step by its record's offset, or by its own number. */
type StepName = { place: "offset" | "step"; number: number };

function generatedLogs(count: number): string {
  return `${count} generated ${count === 1 ? "log" : "logs"}`;
}

/** What a check says, apart from what its author wrote. */
export const gradingSentences = {
  "in-a-generated-log": "This happens in a generated log.",
  "in-another-log": "This happens in another log of the checks, not in the log that you see.",
  "in-a-log-with-unknown-types":
    "This happens in a copy of the log to which events of an unknown type were added.",
  "code-stopped": (place: Place) => `${atPlace(place)} your code stopped.`,
  "limit-of-each-log": "The limit applies to each log separately.",
  "fold-differs": (place: Place) =>
    `${atPlace(place)} your state differs from the expected state. What does this record say?`,
  "at-step": (place: Place) => `${atPlace(place)},`,
  right: "Right.",
  "right-on-logs": ({ logs }: { logs: number }) => `Right on this log and on ${generatedLogs(logs)}.`,

  predicted: ({ place, number, ...held }: StepName & ShortValue) =>
    `Your prediction for ${place} ${number} is ${shortValueInWords(held)}.`,
  "predicted-at": ({ place, number, path, ...held }: StepName & { path: string } & ShortValue) =>
    `Your prediction for ${place} ${number} has ${shortValueInWords(held)} at \`${path}\`.`,
  "record-says": ({ record }: { record: string }) => `The record says: ${record}.`,
  "what-changes": "What does it change, and what does it not change?",
  "predicted-right": "Your prediction is right: the course’s solution gives the same state.",
  "all-predicted-right": ({ of }: { of: number }) => `All ${of} predictions are right.`,
  "predicted-right-of": ({ right, of }: { right: number; of: number }) =>
    `${right} of ${of} predictions are right.`,
  "next-prediction": "Go to the next step that asks.",
  "read-records-again": "Read the records again where the two differ.",
};

/** The names of checks that no author wrote. */
export const checkTitles = {
  "title-runs": "The code runs to the end of the log",
  "title-mutation": "The code does not change the state or the event that it is given",
  "title-determinism": "The same log always gives the same state",
  "title-generated": ({ logs }: { logs: number }) => generatedLogs(logs),
  "title-prediction": ({ place, number }: StepName) => `The state after ${place} ${number}`,
  "title-unknown": "An event of an unknown type changes nothing",
  "title-snapshot": "The fold can go on from any saved state",
  "title-replay": "A replay from the first record gives the same states",
  "title-duplicates": "A record that is delivered again changes nothing",
  "title-interleavings": "Every order that Kafka may deliver ends in the same state",
  "title-crash": "After a crash between two effects, repeating the command ends the same",
};
