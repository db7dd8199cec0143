// Groups the partitions of each key into a set, then filters the keys with more than one.
export function detectSplitKeys(events: MonitorEvent[]): string[] {
  const partitions = new Map<string, Set<number>>();
  for (const { type, data } of events) {
    if (type !== "RecordSeen" || data.key === null) continue;
    partitions.set(data.key, (partitions.get(data.key) ?? new Set()).add(data.partition));
  }
  return [...partitions].filter(([, set]) => set.size > 1).map(([key]) => key);
}
