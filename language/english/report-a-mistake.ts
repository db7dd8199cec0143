/** "Report a mistake here", at the foot of every page. */
export const report = {
  open: "Report a mistake here",
  title: "Report a mistake",
  says: "Write below what is wrong and what you expected. Then copy the text and send it to the person who runs this course.",
  text: "The report",
  copy: "Copy the text",
  copied: "Copied.",
  notCopied: "The browser did not allow copying. The text is selected: copy it with Ctrl+C or ⌘C.",
  issue: "Open an issue with it",
  close: "Close",
  /** The lines of the text. */
  page: "Page",
  address: "Address",
  near: "Near",
  marked: "Marked",
  course: "Course",
  browser: "Browser",
  wrong: "What is wrong",
};
