import { counted, number } from "../numbers.ts";

const lines = (count: number) => counted(count, { one: "line", other: "lines" });

export const orderWords = {
  howTo:
    "Here you put lines in order instead of writing them. Choose a line, then its place. More lines are missing than the task says, and some lines are not needed.",
  otherWays: "You can also drag a line, or move it with ↑ and ↓.",
  answer: "Lines of your code",
  rest: "Lines to choose from",
  allUsed: "Every line is used.",
  line: (place: number) => `Line ${number(place)}: `,
  placed: (place: number) => `Now in line ${number(place)}.`,
  out: (left: number) => `Taken out. ${lines(left)} in your code.`,
  pickedUp: "Line chosen. Now choose where it goes: before another line, or at the end.",
  putBack: "Put back.",
  instead: "Picked up this one instead.",
  next: "The next line goes here.",
  putHere: "Put it here",
  /** Beside the picked line, for when the end of the code is out of sight. */
  putLast: (place: number) => `Put it in line ${number(place)}`,
  takeOut: "Take it out",
  above: (count: number) => `${lines(count)} above`,
  below: (count: number) => `${lines(count)} below`,
};
