import type { Json } from "../../fold/json.ts";

/** A record as a lab shows it. A tombstone has the type null; what is no event has the type "" and its text as data. */
export interface ShownRecord {
  partition: number;
  offset: number;
  /** In ms since 1970, as Kafka keeps it. */
  timestamp: number;
  key: string | null;
  type: string | null;
  data: Json;
}

/** Settings of a topic that are its own, by name. */
export type TopicSettings = Record<string, string>;

/** What happens to a topic of a lab. `topic` is its name as its owner types it: `mine.lab-keys-orders`. */
export type TopicEvent =
  | { type: "TopicMade"; data: { topic: string; partitions: number; settings: TopicSettings } }
  /**
   * A session that was closed found the topic again. `offsets`: of the records that it holds now, for each partition.
   */
  | {
      type: "TopicFound";
      data: { topic: string; settings: TopicSettings; starts: number[]; offsets: number[][] };
    }
  | { type: "TopicGrew"; data: { topic: string; partitions: number } }
  | { type: "SettingsChanged"; data: { topic: string; settings: TopicSettings } }
  | { type: "RecordsArrived"; data: { topic: string; records: ShownRecord[] } }
  /** Records before the offset `to` are gone: by retention, or because somebody deleted them. */
  | { type: "LogStartMoved"; data: { topic: string; partition: number; from: number; to: number } }
  /** The log cleaner took these records out. */
  | { type: "RecordsCompacted"; data: { topic: string; partition: number; offsets: number[] } }
  /** The topic holds more records than the lab shows; it shows none of the newer ones. */
  | { type: "TopicTooLong"; data: { topic: string; most: number } }
  | { type: "TopicRemoved"; data: { topic: string } };
