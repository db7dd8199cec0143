import { number } from "../numbers.ts";

const inWords = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

export const homeWords = {
  title: "Event sourcing on Kafka, one record at a time",
  description:
    "An interactive course on event sourcing with Apache Kafka. Write the function that computes a state from a log of events, and watch your own code do it.",
  /** The one sentence of the course, on two lines. */
  motto: ["Store events.", "Compute the current state from them."],
  about:
    "A course on event sourcing with Apache Kafka. You write the function that computes the state from a log of events. Then you watch your own code do it, record by record.",
  /** `minutes` are those of the first lesson. */
  start: (minutes: number) => `Start here: first result in 1 minute, done in ${number(minutes)}`,
  lessons: (written: number) =>
    `${inWords[written] ?? number(written)} ${written === 1 ? "lesson" : "lessons"} to do now`,
  teach: "You teach? Here is what a class needs:",
  teachLink: "Teach with Offset Zero",
};

/** What one can do here, each with a picture. */
export const activityWords = {
  title: "What you can do here",
  step: {
    title: "Step through a log",
    says: "Go through a real Kafka log record by record. Each record has a number, its offset. See which value each event changes, and go back to any offset.",
    link: "Begin with a shopping cart",
  },
  write: {
    title: "Write the fold",
    says: "Computing a state from a log is called a fold. Write it in TypeScript, as the function `evolve`. Your code runs on the lesson’s log and on hundreds of generated logs. A failed check shows you the smallest log on which your code fails.",
    link: (exercises: number) => `All ${number(exercises)} exercises`,
  },
  ask: {
    title: "Ask what if",
    says: "Leave an event out, change it or move it. See both states side by side. The log itself never changes.",
    link: "Try it on a log of your own",
  },
  log: "the log",
  without: (offset: number) => `without offset ${offset}`,
  server:
    "Your code reads its log from Kafka, through the course server. If the server does not answer, your code reads a recording of the same log. The first line of the workbench says which log it reads.",
};

/** The lessons on the home page. */
export const lessonListWords = {
  startHere: "start here",
  planned: (lessons: number) => `${number(lessons)} planned lessons`,
  plannedSays: "They are not written yet. This is their order.",
  all: "The course map",
};

/** The fold to step through. */
export const liveFold = {
  name: "A fold to step through",
  log: "The log of cart-1",
  conveyor: "The last folded record, and the cart after it",
  emptyCart: "an empty cart",
  nothing: "nothing",
  begin:
    "Six records from one morning. The number of a record is its offset. Press Step, and watch the cart change.",
  describeFold: (offset: number, time: string, record: string, cart: string) =>
    `Offset ${offset}, ${time}. ${record}. The cart holds ${cart}.`,
  ended: "A table would say: pants 1, checked out. The log still knows about the hat.",
  write: "Write this fold yourself",
  step: "Step",
  back: "Back",
};

export const prediction = {
  ask: "Before you step: what will the cart hold after offset 4?",
  /** Before the answer that was chosen. */
  said: "You said",
  zero: "Almost right: when the count of an item reaches 0, the item is removed. So the cart does not mention the hat, but the log does: offset 2 is still there.",
  right:
    "Right. The hat is gone from the cart but not from the log: offset 2 is still there, and anyone can fold it again.",
  kept: "Not this time. The log keeps the hat at offset 2, but the cart is the result of all records, and offset 4 removes the hat.",
};
