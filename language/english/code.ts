export const codeWords = {
  name: "Code",
  width: "Width of the code",
  run: "Run",
  runKeys: "Ctrl+Enter",
  runSign: "Ctrl+↵",
  check: "Check",
  checkKeys: "Ctrl+Shift+Enter",
  checkSign: "Ctrl+Shift+↵",
  checking: "Checking",
  startAgain: "Start again",
  editor: "Editor with types",
  plain: "Plain text",
  write: "Write code",
  order: "Order the lines",
  lines: "The lines",
  field: "Your code. Esc, then Tab leaves the editor.",
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  shapes: "The shapes of the events",
  symbols: "Symbols",
  reset: "Reset",
  undoReset: "Undo reset",
};

/** Of the lines that a step ran through. */
export const lit = {
  ran: (named: string, count: number) => (count === 1 ? `Line ${named} ran.` : `Lines ${named} ran.`),
  begin: (named: string, count: number) =>
    `${count === 1 ? `Line ${named}` : `Lines ${named}`} ran before the first record.`,
  none: "No line ran at this step.",
  stale: "Changed since this fold: run it to light its lines.",
  before: "Step, and the lines that run are lit.",
  following: "Following the lines",
};
