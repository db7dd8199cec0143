import { number } from "../numbers.ts";

const inWords = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

export const homeWords = {
  title: "Event sourcing on Kafka, one record at a time",
  description:
    "An interactive course on event sourcing with Apache Kafka. Write the function that folds a log into a state, and watch your own code do it.",
  /** The one sentence of the course, on two lines. */
  motto: ["Keep what happened;", "compute what is."],
  about:
    "A course on event sourcing with Apache Kafka. You write the function that folds a log into a state, and watch your own code do it, record by record.",
  start: "Start here: first result in 1 minute, done in 15",
  map: "Thirty lessons in seven modules",
  written: (lessons: number) =>
    `${inWords[lessons] ?? number(lessons)} of the thirty ${lessons === 1 ? "is" : "are"} written. The others are planned, and stand here in the order in which they will come.`,
};

/** Learn, Teach, Solve. */
export const doorWords = {
  learn: "Learn",
  learnSays:
    "Each lesson explains one thing, lets you play with it, and asks you to write it. Your code runs over a real Kafka log; with no server in reach it runs in this browser over a recording of the same log, and says so.",
  begin: "Begin with a shopping cart",
  teach: "Teach",
  teachSays:
    "An exercise is a folder: a log, a starter, a solution, checks in your own words, and the wrong answers each check has to catch. Put one under `exercises/` and the site shows it.",
  noClass: "A view of a whole class does not exist yet.",
  solve: "Solve",
  solveSays:
    "Exercises from easy to nasty, each checked on its own log and on hundreds of generated ones. A failed check comes with the smallest log that fails it.",
  all: (exercises: number) => `All ${number(exercises)} exercises, and today’s`,
};

/** The fold to step through. */
export const liveFold = {
  name: "A fold to step through",
  log: "The log of cart-1",
  conveyor: "The record that was folded last, and the cart that came of it",
  emptyCart: "an empty cart",
  nothing: "nothing",
  begin:
    "Six records from one morning. Above is what happened; below is what it amounts to. Step, and watch the cart.",
  told: (offset: number, time: string, record: string, cart: string) =>
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
  zero: "Close. A line that reaches zero is no line any more, so the cart does not mention the hat at all. The log does: offset 2 is still there.",
  right:
    "Right. The hat is gone from the cart, and only from the cart: offset 2 is still there, and anybody may fold it again.",
  kept: "Not this time. The log keeps the hat at offset 2, yet the cart is what all records together amount to, and offset 4 takes it out.",
};
