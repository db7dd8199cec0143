const steps = (count: number) => (count === 1 ? "1 step" : `${count} steps`);

/** The field of a breakpoint, and what became of its condition. */
export const breakpointFieldWords = {
  label: "stop where",
  about:
    "Play stops at each step where this expression is true. It can use state, before (the state before the record), event and key.",
  asking: "evaluating each step",
  holds: (times: number, of: number) =>
    times === 0 ? `true at none of ${steps(of)}` : `true at ${times} of ${steps(of)}`,
  assigns: (text: string) =>
    `\`${text}\` assigns a value. A condition compares: write === to ask whether two values are equal.`,
  fails: (times: number, of: number, first: string) =>
    `fails at ${times === of ? "all" : `${times} of`} ${steps(of)} and is true at none: ${first}`,
  first: "First",
  firstTime: "Go to the first step where it is true",
  previous: "Previous step where it is true",
  next: "Next step where it is true",
  remove: "Remove the breakpoint",
  noneBefore: "It is not true at any earlier step.",
  noneAfter: "It is not true at any later step.",
};
