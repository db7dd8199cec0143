import { counted, number } from "../numbers.ts";

const mails = (count: number) => counted(count, { one: "mail", other: "mails" });
const orders = (count: number) => counted(count, { one: "order", other: "orders" });

/** The lab “Side effects under replay”. */
export const replayedEffectsWords = {
  title: "Side effects under replay",
  about:
    "A consumer sends a mail for every order. Replay the topic, watch it send mails again, and fix it with a position guard.",
  breaks: "a customer's trust: the same mail arrives twice",
  needs: "Kafka",

  orders: "Orders and the mailer",
  ordersLead:
    "Each OrderPlaced record is at an offset of your topic. The mailer is a consumer with a group of its own. For each order its projector counts, and returns the effect SendMail. No mail leaves this lab.",
  place: (count: number) => `Place ${orders(count)}`,
  run: "Run the mailer",
  runSays: "It goes on at the offset that its group has committed.",
  replay: "Replay from offset 0",
  replaySays: "It moves the group back to offset 0, as you do when you build a view anew.",
  guard: "Position guard: send nothing for an offset that the inbox has already",
  none: "There is no order yet. Place two, run the mailer, place one more, and then replay.",
  tape: (topic: string) => `The records of ${topic}`,
  position: (offset: number) => `offset ${number(offset)}`,
  mailsOf: (count: number) => mails(count),

  lastRun: "The last run, record by record",
  read: (from: number, to: number, replay: boolean) =>
    from >= to
      ? "The mailer has read everything already."
      : `${replay ? "A replay: the" : "The"} mailer read the offsets ${number(from)} to ${number(to - 1)}.`,
  failed: "The mailer stopped early, because Kafka did not do what it was asked. Run it again.",
  steps: "The steps of the last run",
  offset: "Offset",
  record: "Record",
  effects: "The projector returned",
  outcome: "What the mailer did",
  after: "The inbox after it",
  effect: (to: string, order: string) => `SendMail to ${to} about ${order}`,
  noEffect: "nothing",
  sent: "sent it",
  held: "sent nothing: the guard has this offset",
  idle: "nothing to do",
  inboxAfter: (count: number, position: number | null) =>
    position === null ? mails(count) : `${mails(count)}, position ${number(position)}`,

  alarm: "Effects during a rebuild",
  alarmLead:
    "A rebuild should change the view and nothing else. The projector returned effects for records that it had read before:",
  alarmOf: (effect: string, to: string, order: string, offset: number, sent: boolean) =>
    `${effect} to ${to} about ${order}, at offset ${number(offset)}: ${sent ? "the mail was sent again." : "the guard stopped it."}`,
  noAlarm: "In the last run the projector returned no effect for a record that it had read before.",

  inbox: "The inbox",
  inboxCount: (all: number, placed: number) => `${mails(all)} for ${orders(placed)}.`,
  repeated: (count: number) =>
    `${counted(count, { one: "mail is", other: "mails are" })} a repetition. The customer got the same news twice.`,
  unrepeated: "No order has two mails.",
  inboxPosition: (position: number | null) =>
    position === null
      ? "No mail was sent yet, so there is no position."
      : `The inbox's position is ${number(position)}. Each mail and its position are stored in one step, so they cannot disagree after a crash.`,
  inboxEmpty: "The inbox is empty.",
  mail: (to: string, order: string) => `To ${to}: thank you for ${order}.`,
  again: "again",
  limit:
    "The position guard works because this mailer reads one partition in order. With several partitions, store a position for each. The offset that the group commits in Kafka is no guard: a replay moves it, and a crash may come between a mail and its commit.",
};
