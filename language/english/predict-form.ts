import { number } from "../numbers.ts";

export const predictForm = {
  name: "Predict",
  score: (right: number, all: number) => `Right at the first try: ${number(right)} of ${number(all)}.`,
  soFar: (place: string) => `This is the state so far. Change it to the state you expect after ${place}.`,
  predict: (place: string) => `Predict ${place}`,
  difference: "The state, and what you predicted",
  notJson: "This is not JSON yet.",
  asJson: "The state as JSON",
  toJson: "As JSON",
  takeOut: "Remove",
  takeOutPart: (part: string) => `Remove ${part}`,
  empty: "empty",
  newPart: "Name of a new part of the state",
  add: "Add",
};
