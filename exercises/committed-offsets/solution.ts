// What a broker knows about one partition. `committed` holds the bookmark of each consumer group.
type Partition = { start: number; end: number; committed: Record<string, number> };

export function initialState(): Partition {
  return { start: 0, end: 0, committed: {} };
}

export function evolve(partition: Partition, event: BrokerEvent): Partition {
  switch (event.type) {
    case "RecordsAppended":
      return { ...partition, end: partition.end + event.data.count };
    // starter: // 1. OffsetCommitted: a group has read up to this offset. Move its bookmark, and only that.
    // starter: // 2. RecordsDeleted: Kafka has deleted all records before this offset.
    case "OffsetCommitted": {
      const { group, offset } = event.data;
      return { ...partition, committed: { ...partition.committed, [group]: offset } };
    }
    case "RecordsDeleted":
      return { ...partition, start: event.data.before };
    // end starter
    default:
      return partition; // every other event: nothing changes
  }
}
