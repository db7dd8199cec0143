import { language } from "./language.ts";

export const broken = {
  cut: "This link cannot be read: a part of it is missing or was changed on its way. Ask for it again, or for a file.",
  newer:
    "This link was made by a newer version of the course. Reload the page; if it says this again, the page is the older one.",
  tooLong: "This link is longer than any that the course makes. Nothing of it was opened.",
  unfolds: "This link holds more than a link can hold by right. Nothing of it was opened.",
  shape: (where: string) =>
    `This link can be unpacked, but its ${where} is not as it should be. Nothing of it was opened.`,
  otherPage: "This link belongs to another page: it names an exercise that is not here.",
  noFile: "This file was not made by “Download as a file”. A log is opened with “Upload a file”.",
};

export const parts = {
  exercise: "exercise",
  code: "code",
  step: "step",
  log: "log",
  record: (place: number) => `record ${place}`,
  kind: "kind of code",
};

export const share = {
  open: "Share",
  title: "Share",
  what: (parts: string[]) =>
    `The link holds ${new Intl.ListFormat(language.code).format(parts)}. It stands in the address after the #, which is sent to no server.`,
  holds: {
    code: "your code",
    log: (records: number) => (records === 1 ? "the log of one record" : `the log of ${records} records`),
    dataSet: "the name of the log",
    topic: "the slice of the topic, which opens where the same server answers",
    step: (place: string) => `the step you are at, ${place}`,
    start: "the place before the first step",
  },
  all: "Link to code and step",
  withLog: "Link to code, log and step",
  copy: "Copy link",
  copyStep: "Copy link to this step",
  stepOnly: "Link to this step, without your code",
  copied: "Copied.",
  byHand: "The browser does not allow copying. It is selected: copy it from the field.",
  tooLong: (length: number, most: number) =>
    `As a link this would be ${length} characters long, and some programs cut links after ${most}. Send it as a file: it opens on the playground page, under “Open a file”.`,
  toFile: "Download as a file",
  making: "Making the link …",
  close: "Close",
};

export const arrived = {
  here: "This code came with a link. Your own is kept.",
  playground: "This log and this code came with a link. Your own are kept.",
  onlyStep: "A link brought you to this step.",
  back: "Back to mine",
  stay: "Keep this instead of mine",
};
