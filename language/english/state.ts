import { number } from "../numbers.ts";

export const stateWords = {
  name: "State",
  answer: "The answer",
  upcast: "The event as upcast reads it",
  answerAtStep: "The answer at this step",
  whole: "The whole state",
  afterStep: "State after this step",
  /** Said beside a lesson's text: the text tells what happened, and the starter code does not know all of it yet. */
  starter: "The starter code computes this state. The code is not finished: you finish it in the exercise.",
  openCode: "Open the code",
  more: "More",
  /** The views that are loaded when they are first shown. */
  views: {
    account: "The account",
    seats: "The seat plan",
    newsroom: "The newsroom",
    tables: "The table",
    fitting: "The drawing of the state",
  },
};

/** A state as a tree, and what a step did to it. */
export const treeWords = {
  /** The whole value, where it has no parts or has become another. */
  whole: "state",
  added: "new",
  removed: "gone",
  changed: (before: string) => `was ${before}`,
  emptyList: "an empty list",
  empty: "empty",
  more: (count: number) => `${number(count)} more`,
};
