// Imperative: copies the partition first, then changes only the copy.
// solution: Partition, initialState

export function evolve(before: Partition, event: BrokerEvent): Partition {
  const partition = { ...before, committed: { ...before.committed } };
  if (event.type === "RecordsAppended") partition.end += event.data.count;
  if (event.type === "OffsetCommitted") partition.committed[event.data.group] = event.data.offset;
  if (event.type === "RecordsDeleted") partition.start = event.data.before;
  return partition;
}
