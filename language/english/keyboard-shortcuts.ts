/** What the list of keys says. */
export const keyWords = {
  close: "Close",
  /** What can be tapped; on a touch screen it comes first. */
  taps: [
    ["A card", "Go to this record"],
    ["Step", "Fold the next record"],
    ["The slider", "Go to any step"],
    ["Run", "Fold the log with your code, to see each step"],
    ["Check", "Find out whether your code is right, on this log and on generated logs"],
    ["A word with a dotted line", "Read what it means"],
  ] as [what: string, does: string][],
  withKeyboard: "With a keyboard:",
  withoutCtrl: "Allow keys without Ctrl (← → Home End Space b in the workbench, / for the search)",
  /** The keys and what they do. */
  keys: [
    ["Ctrl Enter", "Run: fold the log with your code (⌘ Enter on a Mac)"],
    ["Ctrl Shift Enter", "Check: find out whether your code is right"],
    ["← →", "One step back, one step forward (when the records or a button below them has the focus)"],
    ["Home End", "To the start, to the end"],
    ["Space", "Play or pause (when a button below the records has the focus)"],
    [
      "b",
      "Open the field “stop where”: Play stops at each step where its expression is true (when the records or a button below them has the focus)",
    ],
    ["/", "Search (not while you type in a field)"],
    ["Esc, then Tab", "Leave the editor"],
    ["?", "This list"],
  ] as [keys: string, what: string][],
};
