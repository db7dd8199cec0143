/** What is wrong with a link or a file that somebody shared. */
export const broken = {
  cut: "This link cannot be read: a part of it is missing or changed. Ask for the link again, or for a file.",
  newer:
    "This link was made by a newer version of the course. Reload the page. If this message comes again, this page is an older version than the link.",
  tooLong: "This link is longer than any link of this course. Nothing was opened.",
  unfolds: "This link unpacks to more than a link of this course can hold. Nothing was opened.",
  shape: (where: string) => `This link can be unpacked, but its ${where} is not valid. Nothing was opened.`,
  otherPage: "This link belongs to another page: it names an exercise that is not here.",
  noFile: "This file was not made by “Download as a file”. To open a log, choose “Open a file”.",
};

export const parts = {
  exercise: "exercise",
  code: "code",
  step: "step",
  log: "log",
  record: (place: number) => `record ${place}`,
  kind: "kind of code",
};
