const offsets = (list: number[]) => (list.length === 1 ? `offset ${list[0]}` : `offsets ${list.join(", ")}`);

/** What the workbench shows while a section of a lesson is read. */
export const sceneWords = {
  follow: "Follow the text",
  following: "The log moves as you read. Press to stop.",
  stopped: "Show in the log what the text is about, and move as you read.",
  elsewhere: "The text is about the first exercise’s log. Show it, and move as you read.",
  beside: "Beside the log",
  loading: "the drawing beside the log",
  without: (list: number[]) => `Without ${offsets(list)}`,
  /** The heading of a state without some records, and what its marks mean: they compare it with the whole log. */
  withoutHeading: (list: number[]) => `The same log without ${offsets(list)}`,
  withoutMarks: (list: number[]) => `Where “was” stands, it shows the value with ${offsets(list)}.`,
  logWithout: (list: number[]) => `the log without ${offsets(list)}`,
  folding: "Folding …",
  /** The strip within the text, where there is no room beside it. */
  strip: (offset: number) =>
    offset < 0
      ? "The state before the first record"
      : `After offset ${offset}: the state that the workbench’s code computes`,
  stripWithout: (offset: number, list: number[]) =>
    `After offset ${offset}, with and without ${offsets(list)}`,
  stripContent: "What the strip shows",
  openWorkbench: "Open the workbench",
};
