/** What the list of keys says. */
export const keyWords = {
  close: "Close",
  /** What can be tapped; on a touch screen it comes first. */
  taps: [
    ["A card", "Go to this record"],
    ["Step", "Fold the next record"],
    ["The slider", "Go to any step"],
    ["A word with a dotted line", "Read what it means"],
  ] as [what: string, does: string][],
  withKeyboard: "With a keyboard:",
  withoutCtrl: "Allow keys without Ctrl (← → Home End Space b in the workbench, / for the search)",
  /** The keys and what they do. */
  keys: [
    ["Ctrl Enter", "Run your code (⌘ Enter on a Mac)"],
    ["Ctrl Shift Enter", "Check the exercise"],
    ["← →", "One step back, one step forward (when the records or a button below them has the focus)"],
    ["Home End", "To the start, to the end"],
    ["Space", "Play or pause (when a button below the records has the focus)"],
    ["b", "Set an expression at which playing stops (when the records or a button below them has the focus)"],
    ["/", "Search (not while you type in a field)"],
    ["Esc, then Tab", "Leave the editor"],
    ["?", "This list"],
  ] as [keys: string, what: string][],
};
