/** Why some steps have no highlighted lines: a code for each reason in `missingLines`. */
export const lineCoverageSentences = {
  "lines-source":
    "No lines are highlighted: this code could not be loaded or followed. Run it to see why. If it runs, split deeply nested parts into functions.",
  "lines-state-differs":
    "No lines are highlighted from here on: your code gives a different state when it is followed line by line. Does it read its own source text or the stack of an error?",
  "lines-limit":
    "Lines are highlighted up to here: a limit was reached. Fold fewer records to see the lines of each record.",
  "lines-engine-fault": "The engine crashed while it followed the lines. Your code is kept. Run again.",
  "lines-cancelled": "Highlighting cancelled. Run again.",
  "lines-unavailable": "The lines are not available now. Your code is kept. Try again in a moment.",
};
