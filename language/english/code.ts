export const codeWords = {
  name: "Code",
  width: "Width of the code",
  run: "Run",
  runTitle: "Fold the log with your code, to see each step (Ctrl+Enter)",
  runSign: "Ctrl+↵",
  check: "Check",
  checkTitle: "Find out whether your code is right, on this log and on generated logs (Ctrl+Shift+Enter)",
  checkSign: "Ctrl+Shift+↵",
  startAgain: "Start again",
  editor: "Use full editor",
  plain: "Use simple editor",
  write: "Write code",
  order: "Sort ready lines",
  lines: "The lines",
  field: "Your code. To leave the editor, press Esc, then Tab.",
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  givenName: "The code that folds the log",
  given: "This code folds the log. Read it to predict the states. In this exercise you do not change it.",
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
  stale: "The code has changed since this fold. Run it to highlight its lines.",
  before: "Press Step: the lines that run are highlighted.",
  following: "Following the lines",
};
