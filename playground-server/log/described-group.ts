/** A place that a group has committed. */
export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: number;
}

export interface DescribedGroup {
  /** As Kafka says it. */
  state: string;
  strategy: string;
  members: { id: string; host: string; clientId: string; assigned: { topic: string; partition: number }[] }[];
  offsets: CommittedOffset[];
}
