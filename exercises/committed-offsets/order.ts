// solution: Partition, initialState

export function evolve(partition: Partition, event: BrokerEvent): Partition {
  switch (event.type) {
    case "RecordsAppended":
      return { ...partition, end: partition.end + event.data.count };
    // order
    case "OffsetCommitted": {
      const { group, offset } = event.data;
      const committed = { ...partition.committed, [group]: offset };
      const committed = { [group]: offset }; // decoy
      return { ...partition, committed };
      return { ...partition, start: offset, committed }; // decoy
    }
    case "RecordsDeleted":
      return { ...partition, start: event.data.before };
    // end of order
    default:
      return partition; // every other event: nothing changes
  }
}
