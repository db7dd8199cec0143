const times = (count: number) => (count === 1 ? "once" : `${count} times`);
const steps = (count: number) => (count === 1 ? "1 step" : `${count} steps`);

export const watching = {
  notLoaded: "The expressions could not be asked: network or server are away.",
  again: "Ask again",
  long: "Expressions are asked of logs of up to 5,000 records; this one is longer.",
};

export const breakpoint = {
  part: "The breakpoint",
  open: "Stop where…",
  label: "stop where",
  example: "state.total > 100",
  about: "An expression over state, before, event and key",
  asking: "asking each step",
  holds: (times: number, of: number) =>
    times === 0 ? `holds at none of ${steps(of)}` : `holds at ${times} of ${steps(of)}`,
  first: "First",
  firstTime: "To the first time it holds",
  previous: "Previous time it holds",
  next: "Next time it holds",
  remove: "Stop nowhere",
  noneBefore: "It does not hold before this step.",
  noneAfter: "It does not hold after this step.",
};

export const watch = {
  part: "The watches",
  tab: "Watch",
  teach: "Write an expression over state, before, event and key. It is worked out after every step.",
  add: "Add",
  newExpression: "New expression",
  expression: (number: number) => `Expression ${number}`,
  example: "state.total",
  remove: (text: string) => `Remove ${text}`,
  full: (limit: number) => `${limit} expressions are watched; remove one to add another.`,
  table: "What the expressions give after each step",
  step: "Step",
  samples: "A long log: the values after some of its records.",
  chart: (text: string) => `Course of ${text}`,
  start: "before the first record",
  several: "several values",
  at: (place: string, value: string) => `${place}: ${value}`,
  numbers: (min: string, max: string) => `from ${min} to ${max}`,
  values: (count: number) => `${count} values`,
  always: (value: string) => `always ${value}`,
  last: (value: string) => `${value} at the end`,
  firstChange: (place: string) => `first changes at ${place}`,
  errors: (count: number, of: number, first: string) =>
    `cannot be worked out ${times(count)} in ${steps(of)}: ${first}`,
};
