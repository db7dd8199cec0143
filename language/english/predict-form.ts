import { number } from "../numbers.ts";

export const predictForm = {
  name: "Predict",
  score: (right: number, all: number) => `Right at the first go: ${number(right)} of ${number(all)}.`,
  soFar: (place: string) => `This is what the log amounts to so far. Make it what it will be after ${place}.`,
  predict: (place: string) => `Predict ${place}`,
  notJson: "This is no JSON yet.",
  asJson: "The state as JSON",
  toJson: "As JSON",
  takeOut: "Take out",
  takeOutPart: (part: string) => `Take out ${part}`,
  empty: "empty",
  newPart: "New part",
  add: "Add",
};
