/** What is the matter with a link or a file that somebody shared. */
export const broken = {
  cut: "This link cannot be read: a part of it is missing or was changed on its way. Ask for it again, or for a file.",
  newer:
    "This link was made by a newer version of the course. Reload the page; if it says this again, the page is the older one.",
  tooLong: "This link is longer than any that the course makes. Nothing of it was opened.",
  unfolds: "This link holds more than a link can hold by right. Nothing of it was opened.",
  shape: (where: string) =>
    `This link can be unpacked, but its ${where} is not as it should be. Nothing of it was opened.`,
  otherPage: "This link belongs to another page: it names an exercise that is not here.",
  noFile: "This file was not made by “Download as a file”. A log is opened with “Open a file”.",
};

export const parts = {
  exercise: "exercise",
  code: "code",
  step: "step",
  log: "log",
  record: (place: number) => `record ${place}`,
  kind: "kind of code",
};
