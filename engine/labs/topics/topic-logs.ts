import type { ShownRecord, TopicEvent, TopicSettings } from "./topic-events.ts";

/** A record with what became of it: null while the log holds it. */
export interface LoggedRecord extends ShownRecord {
  gone: "before-start" | "compacted" | null;
}

export interface TopicLog {
  topic: string;
  settings: TopicSettings;
  /** The log's first offset, for each partition. */
  starts: number[];
  /** In offset order within a partition, as they arrived across partitions; those that are gone are kept. */
  records: LoggedRecord[];
  /** Whether the topic holds more records than a lab shows. */
  tooLong: boolean;
}

/** The topics of a lab, by name. */
export type TopicLogs = Record<string, TopicLog>;

/** The topics after an event; the same object where the event is about something else. */
export function evolveTopics(topics: TopicLogs, event: TopicEvent): TopicLogs {
  switch (event.type) {
    case "TopicMade": {
      const { topic, partitions, settings } = event.data;
      const starts = Array.from({ length: partitions }, () => 0);
      return { ...topics, [topic]: { topic, settings, starts, records: [], tooLong: false } };
    }
    case "TopicFound": {
      const { topic, settings, starts, offsets } = event.data;
      const held = offsets.map((ofPartition) => new Set(ofPartition));
      const records = (topics[topic]?.records ?? []).map((record) =>
        record.gone || held[record.partition]?.has(record.offset) ? record : lost(record, starts),
      );
      return { ...topics, [topic]: { topic, settings, starts, records, tooLong: false } };
    }
    case "TopicGrew":
      return change(topics, event.data.topic, (log) => ({
        starts: Array.from(
          { length: Math.max(event.data.partitions, log.starts.length) },
          (_, n) => log.starts[n] ?? 0,
        ),
      }));
    case "SettingsChanged":
      return change(topics, event.data.topic, ({ settings }) => ({
        settings: { ...settings, ...event.data.settings },
      }));
    case "RecordsArrived":
      return change(topics, event.data.topic, ({ records }) => {
        const all = new Map(records.map((record) => [placeOf(record), record]));
        for (const record of event.data.records) {
          if (!all.has(placeOf(record))) all.set(placeOf(record), { ...record, gone: null });
        }
        return { records: [...all.values()] };
      });
    case "LogStartMoved":
      return change(topics, event.data.topic, ({ records, starts }) => {
        const { partition, to } = event.data;
        const moved = starts.with(partition, Math.max(to, starts[partition] ?? 0));
        return {
          starts: moved,
          records: records.map((record) =>
            record.partition === partition && record.offset < to && !record.gone
              ? { ...record, gone: "before-start" }
              : record,
          ),
        };
      });
    case "RecordsCompacted":
      return change(topics, event.data.topic, ({ records }) => {
        const { partition, offsets } = event.data;
        return {
          records: records.map((record) =>
            record.partition === partition && offsets.includes(record.offset) && !record.gone
              ? { ...record, gone: "compacted" }
              : record,
          ),
        };
      });
    case "TopicTooLong":
      return change(topics, event.data.topic, () => ({ tooLong: true }));
    case "TopicRemoved": {
      const { [event.data.topic]: _, ...others } = topics;
      return others;
    }
    default:
      return topics;
  }
}

/** The records that the log still holds. */
export function heldRecords(log: TopicLog): LoggedRecord[] {
  return log.records.filter(({ gone }) => gone === null);
}

/** The records that the log still holds, partition by partition. */
export function heldByPartition(log: TopicLog): LoggedRecord[][] {
  const held = heldRecords(log);
  return log.starts.map((_, partition) => held.filter((record) => record.partition === partition));
}

const placeOf = ({ partition, offset }: ShownRecord) => `${partition}@${offset}`;

function lost(record: LoggedRecord, starts: number[]): LoggedRecord {
  return { ...record, gone: record.offset < (starts[record.partition] ?? 0) ? "before-start" : "compacted" };
}

function change(topics: TopicLogs, topic: string, part: (log: TopicLog) => Partial<TopicLog>): TopicLogs {
  const log = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
  return log ? { ...topics, [topic]: { ...log, ...part(log) } } : topics;
}
