/** Lessons shown to a room: `?present`. */
export const present = {
  enter: "Show on a projector",
  enterTitle: "Records, code and state in large type, for a class. Answers are hidden until you press a key.",
  bar: "Presenting",
  show: "Show the answer",
  hide: "Hide the answer",
  leave: "Leave",
  /** Shown in the place of the answer. */
  ask: "What is the state now?",
  keys: "← → step, Home and End, Space plays",
};
