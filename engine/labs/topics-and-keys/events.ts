import type { TopicEvent } from "../topics/topic-events.ts";
import type { StreamName } from "./event-streams.ts";
import type { Partitioner } from "./partitioners.ts";

/** A throw of events into a topic: the events `from` up to but not including `to` of a stream. */
export interface Throw {
  topic: string;
  stream: StreamName;
  key: string;
  partitioner: Partitioner;
  from: number;
  to: number;
}

export type TopicsAndKeysEvent = TopicEvent | { type: "EventsThrown"; data: Throw };
