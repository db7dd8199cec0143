/** The monitor read a record of the topic: its key (null if it has none), its partition and its offset there. */
export type RecordSeen = EventOf<"RecordSeen", { key: string | null; partition: number; offset: number }>;

/** The topic has so many partitions from now on. */
type TopicGrown = EventOf<"TopicGrown", { partitions: number }>;

export type MonitorEvent = RecordSeen | TopicGrown;
