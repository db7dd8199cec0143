/** Why the learner's expressions have no results, and what to do then. */
export const watchResultWords = {
  notLoaded: "The expressions could not be evaluated: the network or the server is not available.",
  again: "Try again",
  long: "“Stop where” and Watch work on logs of up to 5,000 records. This log is longer.",
};
