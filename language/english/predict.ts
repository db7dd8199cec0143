import { number } from "../numbers.ts";

/** The name of what asks for a prediction, and what is said of a right one. */
export const predictWords = {
  part: "The question before a step",
  right: "Your prediction is right: the course’s solution gives the same state.",
  checking: "Comparing your predictions with the log …",
  again: (offset: number) => `Predict offset ${number(offset)} again`,
};
