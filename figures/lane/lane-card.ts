/** What stands on a tape: a record of a log, or a step that has none (a command, an event just decided, a call). */
export interface LaneCard {
  /** Unique on its tape, such as `course.carts-0@3`. */
  id: string;
  /** The lane it lies in, one for each partition. */
  lane: string;
  kind: "event" | "tombstone" | "not-an-event" | "command" | "decided" | "call";
  /** The event's or command's type. */
  title: string;
  offset: number | null;
  /** The record's key, null where there is none. */
  key: string | null;
  /** Hours and minutes, such as `09:02`. */
  time: string | null;
  /** The data in a few characters. */
  summary: string;
  mark?: CardMark;
  /** Whether the learner's breakpoint holds after it. */
  holds?: boolean;
}

export type CardMark = "failing" | "divergent" | "skipped";

/** What the colour of a card tells. */
export type ColourBy = "type" | "key";
