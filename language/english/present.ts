/** Lessons shown to a room: `?present`. */
export const present = {
  enter: "Present",
  enterTitle: "Large type for the back row: tape, code and state, answers hidden until a key is pressed",
  bar: "Presenting",
  show: "Show the answer",
  hide: "Hide the answer",
  leave: "Leave",
  /** Stands where the answer will be. */
  ask: "And the state now?",
  keys: "← → step, Home and End, Space plays",
};
