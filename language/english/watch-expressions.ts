const times = (count: number) => (count === 1 ? "once" : `${count} times`);
const steps = (count: number) => (count === 1 ? "1 step" : `${count} steps`);

const names = ". An expression can use state, before, event and key.";

/** The tab with expressions over all steps. */
export const watch = {
  teach:
    "Write an expression. It can use `state`, `before` (the state before the record), `event` and `key`, and it is evaluated after every step.",
  add: "Add",
  newExpression: "New expression",
  expression: (number: number) => `Expression ${number}`,
  remove: (text: string) => `Remove ${text}`,
  full: (limit: number) => `You can watch ${limit} expressions. Remove one to add another.`,
  table: "The values of the expressions after each step",
  step: "Step",
  samples: "A long log: the values after some of its records.",
  chart: (text: string) => `Values of ${text}`,
  start: "before the first record",
  several: "several values",
  at: (place: string, value: string) => `${place}: ${value}`,
  numbers: (min: string, max: string) => `from ${min} to ${max}`,
  values: (count: number) => `${count} different values`,
  always: (value: string) => `always ${value}`,
  last: (value: string) => `after the last record ${value}`,
  firstChange: (place: string) => `changes for the first time at ${place}`,
  errors: (count: number, of: number, first: string) =>
    `fails ${times(count)} in ${steps(of)}: ${first}${first.startsWith("ReferenceError") ? names : ""}`,
};
