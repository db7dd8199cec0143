/** What asks for a prediction; the form itself comes when it is opened. */
export const predictQuestionWords = {
  before: (place: string) => `You predicted ${place} before.`,
  ask: (place: string) => `Before you step: what will the state be after ${place}?`,
  predict: "Predict",
  again: "Predict again",
  form: "The form",
};
