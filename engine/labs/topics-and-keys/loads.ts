import { heldRecords, type TopicLog } from "../topics/topic-logs.ts";

/** How many records a partition or a key has. */
export interface Load<Name> {
  name: Name;
  records: number;
}

export interface KeyLoad extends Load<string> {
  /** The records of the key in each partition. */
  partitions: number[];
}

/** The records of each partition, empty ones too. */
export function partitionLoads(log: TopicLog): Load<number>[] {
  const held = heldRecords(log);
  return log.starts.map((_, partition) => ({
    name: partition,
    records: held.filter((record) => record.partition === partition).length,
  }));
}

/** The records of each key, the busiest first. */
export function keyLoads(log: TopicLog): KeyLoad[] {
  const loads = new Map<string, number[]>();
  for (const { key, partition } of heldRecords(log)) {
    const name = key ?? "";
    const partitions = loads.get(name) ?? log.starts.map(() => 0);
    partitions[partition] = (partitions[partition] ?? 0) + 1;
    loads.set(name, partitions);
  }
  return [...loads]
    .map(([name, partitions]) => ({ name, partitions, records: sum(partitions) }))
    .toSorted((a, b) => b.records - a.records || (a.name < b.name ? -1 : 1));
}

/** How much more than its fair share the busiest partition holds: 1 is even, the number of partitions is the worst. */
export function skewOf(log: TopicLog): number {
  const loads = partitionLoads(log).map(({ records }) => records);
  const all = sum(loads);
  return all === 0 ? 1 : (Math.max(...loads) * loads.length) / all;
}

/** The keys whose records are in more than one partition, the busiest first. */
export function splitKeys(log: TopicLog): KeyLoad[] {
  return keyLoads(log).filter(({ partitions }) => partitions.filter((records) => records > 0).length > 1);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
