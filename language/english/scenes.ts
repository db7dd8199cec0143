const offsets = (list: number[]) => (list.length === 1 ? `offset ${list[0]}` : `offsets ${list.join(", ")}`);

/** What the workbench shows while a section of a lesson is read. */
export const sceneWords = {
  follow: "Follow the text",
  following: "The log moves as you read. Press to stop.",
  stopped: "Show in the log what the text is about, and move as you read.",
  beside: "Beside the log",
  loading: "the drawing beside the log",
  without: (list: number[]) => `Without ${offsets(list)}`,
  /** The heading of a state without some records; its marks compare it with the state of the whole log. */
  withoutHeading: (list: number[]) =>
    `Without ${offsets(list)} (“was” shows the value with ${list.length === 1 ? "it" : "them"})`,
  folding: "Folding …",
  /** The strip within the text, where there is no room beside it. */
  strip: (offset: number) =>
    offset < 0 ? "The state before the first record" : `The code’s state after offset ${offset}`,
  stripWithout: (offset: number, list: number[]) =>
    `After offset ${offset}, with and without ${offsets(list)}`,
  openWorkbench: "Open the workbench",
};
