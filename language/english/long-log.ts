import { counted, number } from "../numbers.ts";

const records = (n: number) => counted(n, { one: "record", other: "records" });

/** Words of a log too long for every step to be at hand. */
export const longLogWords = {
  folding: (done: number, all: number, secondsLeft: number | null) =>
    `Folding, ${number(done)} of ${records(all)}${secondsLeft === null ? "" : `, ${number(secondsLeft)} s left`}.`,
  part: "The progress of a long fold",
  opening: "Opening the log.",
  stop: "Stop",
  loading: "Folding again up to here, from the state that was kept before it.",
  otherEntry:
    "A log of more than 5,000 records can be folded by a reducer or a projector. Here something else is asked for.",
  gone: "That fold is over. Run it again to look into it.",
  unreadable: "The log could not be read to its end. Is the file still there?",
  notFolded: "This record is not folded: the state is the one before it.",
  showOffset: (offset: number) => `Show offset ${number(offset)}`,
  title: "A longer log",
  repeat: "This log over and over, to see how the same code bears more of it:",
  times: (n: number) => records(n),
  repeated: (topic: string, n: number) => `${topic} over and over, ${records(n)}`,
  file: "Or a file with one record on each line:",
  fileTitle: (name: string) => `The file ${name}`,
  partitions: "Each partition in its own order, one after the other.",
};
