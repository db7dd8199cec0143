import { number } from "../numbers.ts";
import { language } from "./language.ts";

export const share = {
  title: "Share",
  what: (parts: string[]) =>
    `The link holds ${new Intl.ListFormat(language.code).format(parts)}. All of it is in the part of the address after the #. Browsers do not send this part to a server.`,
  holds: {
    code: "your code",
    log: (records: number) =>
      records === 1 ? "the log of one record" : `the log of ${number(records)} records`,
    dataSet: "the name of the log",
    topic: "the slice of the topic, which opens only with the same server",
    step: (place: string) => `the step you are at, ${place}`,
    start: "the step you are at: the start, before the first record",
  },
  all: "Link to code and step",
  withLog: "Link to code, log and step",
  copy: "Copy link",
  copyStep: "Copy link to this step",
  stepOnly: "Link to this step, without your code",
  copied: "Copied.",
  byHand: "The browser does not allow copying. The text is selected: copy it from the field.",
  tooLong: (length: number, most: number) =>
    `This link would have ${number(length)} characters, and some programs cut links after ${number(most)}. Send a file instead: it opens on the playground page, under “Open a file”.`,
  toFile: "Download as a file",
  making: "Making the link …",
  close: "Close",
};
