const steps = (count: number) => (count === 1 ? "1 step" : `${count} steps`);

export const watching = {
  panel: "The watches",
  tab: "Watch",
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
