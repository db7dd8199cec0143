/** "Report a mistake here", at the foot of every page. */
export const report = {
  open: "Report a mistake here",
  title: "Report a mistake",
  says: "Write below what is wrong and what you had expected. Then copy the text and give it to whoever runs this course for you.",
  text: "The report",
  copy: "Copy the text",
  copied: "Copied.",
  notCopied: "The browser did not allow it. The text is marked: copy it with Ctrl+C or ⌘C.",
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
