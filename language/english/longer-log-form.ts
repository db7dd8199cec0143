import { counted } from "../numbers.ts";

const records = (n: number) => counted(n, { one: "record", other: "records" });

/** The form that makes a longer log of the exercise's own. */
export const longerLogFormWords = {
  repeat:
    "Make a longer log: whole copies of the exercise’s log, one after the other. See how the same code handles more records.",
  repeatByKey:
    "Make a longer log: whole copies of the exercise’s log, each with another key. Each key has its own state. See how the same code handles more records.",
  times: (n: number) => records(n),
  repeated: (topic: string, n: number, keys: number | null) =>
    `${topic} repeated${keys === null ? "" : ` with ${counted(keys, { one: "key", other: "keys" })}`}, ${records(n)}`,
  file: "Or load your own log from a file with one record on each line:",
  fileTitle: (name: string) => `The file ${name}`,
};
