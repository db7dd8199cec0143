export type BrokerEvent =
  /** `settings`: what was set for this topic. Whatever is absent has Kafka's default. */
  | EventOf<"TopicCreated", { topic: string; settings: Record<string, string> }>
  | EventOf<"SettingChanged", { name: string; value: string }>
  /** So many records were appended at the end. */
  | EventOf<"RecordsAppended", { count: number }>
  /** A consumer group says where it will read next: it has read everything before this offset, or wants to go back. */
  | EventOf<"OffsetCommitted", { group: string; offset: number }>
  /** Kafka deleted all records before this offset. */
  | EventOf<"RecordsDeleted", { before: number; because: string }>;
