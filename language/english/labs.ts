import { counted, number } from "../numbers.ts";

/** The page that lists the labs. */
export const labsPage = {
  title: "Labs",
  description: "Real systems around the log: a database, topics, a cluster. Use them, break them, see why.",
  lead: "Each lab is a real system that you act on and may break. Most run on the course server, one in your browser. Everything that happens is an event, and the screen is a fold over these events.",
  breaks: "What you can break",
  needs: "What it needs",
  minutes: (minutes: number) => `About ${number(minutes)} minutes`,
  none: "No lab is installed here.",
};

/** The frame around every lab. */
export const labWords = {
  part: (title: string) => `The lab “${title}”`,
  frame: "The lab",
  finding: "Asking the server…",
  start: "Start the lab",
  startAgain: "Start again",
  reset: "Reset",
  resetSays: "Removes everything of yours from this lab",
  phases: {
    closed: "The lab is not running yet.",
    opening: "The lab is starting.",
    open: "The lab is running.",
  },
  estimate: (seconds: number) => `Usually ready in ${counted(seconds, { one: "second", other: "seconds" })}.`,
  late: "It takes longer than usual.",
  away: "The connection to the playground server was lost. This page connects again by itself.",
  inBrowser: "This lab runs in your browser, on your machine. It needs no server.",
  close: "Close this message",
  /** Without a server, or where a system of the lab cannot start. */
  recording: (system: string) =>
    `This is a recording of the lab on ${system}. You can go through it step by step, but you cannot change it.`,
  noServer:
    "No playground server answers. To use the lab yourself, get the course and run it with “npm start”.",
  serverFull: "The playground server has no free place for this page at the moment.",
  showRecording: "Show a recording instead",
  backToLab: "Back to the lab",
  noRecording: "The recording could not be loaded. Check your network connection.",
  steps: "Steps of the recording",
  step: (index: number, count: number) => `Step ${number(index)} of ${number(count)}`,
  first: "First step",
  back: "Step back",
  forward: "Step forward",
  last: "Last step",
  events: (count: number) => `${counted(count, { one: "event", other: "events" })} of this lab`,
  eventsSay: "The screen above is a fold over these events. The newest is at the end.",
  earlier: "Earlier events are not shown. The screen above includes them.",
};
