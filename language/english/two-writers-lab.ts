import { counted, number } from "../numbers.ts";

const races = (count: number) => counted(count, { one: "race", other: "races" });
const seconds = (ms: number) => `${number(Math.round(ms / 10) / 100)} s`;
const percent = (share: number) => `${number(Math.round(share * 100))}%`;

/** The lab “Two writers, one seat”. */
export const twoWritersWords = {
  title: "Two writers, one seat",
  about:
    "Two agents book seat 12A of the same flight at nearly the same time. Choose who decides: the agents, the fold, or a single writer.",
  breaks: "the rule “one seat, one passenger”, by a view that is late",
  needs: "Kafka",

  race: "The race",
  raceLead:
    "Ana looks at the view, thinks, and books. Bo does the same a little later. Both want seat 12A. Each race is about a flight of its own, and the flight is the key of its records.",
  design: "Who decides",
  designs: {
    view: "The agents: each decides by what its view shows",
    "expected-version": "The fold: each record carries the version that it expects",
    "single-writer": "A single writer: one decider reads commands",
  },
  shortDesigns: {
    view: "The agents, by the view",
    "expected-version": "The fold, by version",
    "single-writer": "A single writer",
  },
  designSays: {
    view: "An agent that sees the seat as free appends SeatBooked. Kafka keeps every record, so the second one is kept too.",
    "expected-version":
      "SeatBooked carries the seat's version in the agent's view. Both records are in the log. The fold accepts the first by offset, and rejects the other because the version has changed.",
    "single-writer":
      "The agents append the command BookSeat. One decider for each partition reads the commands in order and appends SeatBooked or BookingRejected. The event and the offset of the command are in one Kafka transaction.",
  },
  delays: "Delays",
  think: "From look to booking",
  lag: "The view is late by",
  gap: "Bo looks after Ana by",
  ms: (ms: number) => `${number(ms)} ms`,
  expected: (share: number) =>
    `In many races Bo's delay is spread evenly from 0 to this value. With these delays, the view still shows the seat as free to Bo in about ${percent(share)} of them.`,
  runOne: "Run one race",
  runMany: (count: number) => `Run ${races(count)}`,
  stop: "Stop",
  progress: (done: number, all: number) => `${number(done)} of ${races(all)} done`,
  ended: {
    all: "",
    stopped: "You stopped the races. Only those that were finished are counted.",
    failed:
      "The races ended because Kafka did not do what was asked. Only those that were finished are counted.",
  },
  noRace: "No race has been run yet. Choose a design and run one.",

  oneRace: (flight: string) => `The race for flight ${flight}`,
  ofFlight: "Flight",
  agents: { ana: "Ana", bo: "Bo" },
  chart: (flight: string) => `What Ana and Bo did in the race for flight ${flight}, over time`,
  chartAxis: "ms since the race began",
  steps: {
    free: (version: number) => `looked: the seat is free, version ${number(version)}`,
    taken: "looked: the seat is taken",
    wrote: (topic: string, place: string) => `appended to ${topic} at ${place}`,
    answered: {
      booked: "was told: you have the seat",
      rejected: "was told: the seat is taken",
      "seen-taken": "did not book",
    },
  },
  legend: { looked: "looked", wrote: "appended", answered: "was told" },
  told: (agent: string, what: string, ms: number) => `${agent} ${what} (after ${number(ms)} ms).`,

  records: "The records, and the fold after each",
  recordsLead: "The position is partition@offset. The fold reads the bookings in the order of their offsets.",
  place: "Position",
  topic: "Topic",
  key: "Key",
  record: "Record",
  fold: "The fold",
  after: "Seat 12A after it",
  detail: (by: string, expected: number | null) =>
    expected === null ? `by ${by}` : `by ${by}, expects version ${number(expected)}`,
  rulings: {
    booked: "accepts it",
    "booked-twice": "accepts it: a double booking",
    rejected: "rejects it: the version has changed",
    refused: "changes nothing: the decider said no",
    ignored: "does not read it",
  },
  seat: (holders: string[], version: number) =>
    holders.length === 0 ? "free" : `${holders.join(" and ")}, version ${number(version)}`,

  results: "Design by design",
  resultsLead:
    "Each row is counted with a fold over the records that were read back from the topic. The seconds are from an agent's booking to the answer that it got.",
  resultsTable: "The results",
  noResults: "Run races under each design, with the same delays, and compare.",
  usedDelays: "Look to booking, late view, Bo after Ana",
  doubles: "Double bookings",
  doubleShare: (count: number, all: number) =>
    `${number(count)} of ${number(all)}, ${percent(all === 0 ? 0 : count / all)}`,
  median: "Seconds to the answer, median",
  longest: "Longest",
  seconds,
  noAnswer: "nobody booked",

  fencing: "Two instances, one transactional.id",
  fencingLead:
    "A decider may hang in the middle of a transaction, for example in a long garbage collection. An operator then starts a second instance. When the first one wakes up, both believe that they decide. Kafka stops the older one.",
  startSecond: "Hang the decider and start a second one",
  instance: (n: number) => `Instance ${number(n)}`,
  transactionalId: "transactional.id",
  deciderSteps: {
    started: (partition: number) =>
      `started for partition ${number(partition)}. Kafka gave it the newest epoch of the id, and aborted what an older instance had open.`,
    read: (offset: number) => `read the command at offset ${number(offset)}.`,
    appended: (offset: number) =>
      `appended SeatBooked at offset ${number(offset)}, and the offset of the next command, in a transaction that is still open.`,
    hangs: "hangs. Its transaction stays open, so no reader of committed records sees its event.",
    committed: "committed. Its event is in the log, and the command is done.",
    fenced: "woke up and tried to commit. Kafka refused: the instance is fenced.",
  },
  clientSays: "The client says:",
  plainly:
    "In plain words: another instance with the same transactional.id is running, so this one may write nothing any more. It has to stop. Its event was aborted: the offset is used up, and readers of committed records never get it.",
  fencedLog: "What readers of committed records see in the topic of bookings",
  fencingLimit:
    "Fencing keeps an older instance out. It does not check versions: two deciders with different ids would both write. The offsets belong to a consumer group that has no members, because KafkaJS cannot read a partition without joining a group. So the decider reads by offset and commits its offset with the transaction. Kafka deletes no transactional.id on request; it forgets one that is unused for 7 days.",
};
