/** What asks for a prediction; the form itself comes when it is opened. */
export const predictWords = {
  before: (place: string) => `${place} you predicted before.`,
  ask: (place: string) => `Before you step: what will there be after ${place}?`,
  predict: "Predict",
  again: "Predict again",
  form: "The form",
  right: "Predicted right.",
};
