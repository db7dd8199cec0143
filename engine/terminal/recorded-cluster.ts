import type { RawRecord } from "../fold/event.ts";
import type { Cluster } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";

/** A recorded copy of a course topic. `records` are in any order; a copy may hold only a part of a partition. */
export interface RecordedLog {
  topic: string;
  partitions: number;
  records: RawRecord[];
}

/** The course's logs as they were recorded: everything that reads works over them, and whatever writes says what it needs. */
export function recordedCluster(
  names: readonly string[],
  load: (topic: string) => Promise<RecordedLog>,
): Cluster {
  const openTopic = async (topic: string) => (names.includes(topic) ? load(topic) : null);
  const lane = ({ records }: RecordedLog, partition: number) =>
    records
      .filter(({ position }) => position.partition === partition)
      .toSorted((a, b) => a.position.offset - b.position.offset);
  const refuse = async () => {
    throw new CommandError(
      'This needs Kafka, and no playground server answers: here are the recorded logs of the course, to be read. Start the server with "npm start" and open its page.',
    );
  };
  return {
    brokers: async () => [],
    topics: async () => [...names].sort(),
    async describe(topic) {
      const log = await openTopic(topic);
      if (!log) return null;
      const partition = { leader: -1, replicas: [], isr: [] };
      return {
        id: "recorded",
        partitions: Array.from({ length: log.partitions }, () => partition),
        config: new Map(),
      };
    },
    async ends(topic) {
      const log = await openTopic(topic);
      if (!log) return null;
      return Array.from({ length: log.partitions }, (_, partition) => {
        const records = lane(log, partition);
        const last = records.at(-1)?.position.offset;
        return { start: records[0]?.position.offset ?? 0, end: last === undefined ? 0 : last + 1 };
      });
    },
    async read(topic, partition, from, to) {
      const log = await openTopic(topic);
      const within = ({ position: { offset } }: RawRecord) => offset >= from && offset < to;
      return log ? lane(log, partition).filter(within) : [];
    },
    async offsetsAt(topic, timestamp) {
      const log = await openTopic(topic);
      if (!log) return [];
      return Array.from({ length: log.partitions }, (_, partition) => {
        const records = lane(log, partition);
        const found = records.find((record) => record.timestamp >= timestamp);
        return found?.position.offset ?? (records.at(-1)?.position.offset ?? -1) + 1;
      });
    },
    follow: async () => {},
    async offsetsOfNewest(topic) {
      const log = await openTopic(topic);
      if (!log) return [];
      return Array.from({ length: log.partitions }, (_, partition) => {
        const records = lane(log, partition);
        const newest = Math.max(...records.map(({ timestamp }) => timestamp));
        return records.find(({ timestamp }) => timestamp === newest)?.position.offset ?? 0;
      });
    },
    create: refuse,
    delete: refuse,
    grow: refuse,
    settings: async (topic) => (names.includes(topic) ? new Map() : null),
    configure: refuse,
    deleteRecords: refuse,
    acls: async () => null,
    produce: refuse,
    groups: {
      list: async () => [],
      describe: async () => null,
      setOffsets: refuse,
      delete: refuse,
      consume: refuse,
    },
  };
}
