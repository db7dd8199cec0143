import type { Position, RawRecord } from "../fold/event.ts";

/**
 * What the tools need of a Kafka cluster: real topics on the server, recorded logs in a browser without one. Topics and
 * groups go by the names that a learner types, such as `course.carts` and `mine.carts`.
 */
export interface Cluster {
  brokers(): Promise<Broker[]>;
  topics(): Promise<string[]>;
  /** Null if there is no such topic. */
  describe(topic: string): Promise<TopicDescription | null>;
  create(topic: string, wanted: { partitions?: number; config: Map<string, string> }): Promise<void>;
  delete(topic: string): Promise<void>;
  /** Gives a topic more partitions: so many in all. */
  grow(topic: string, partitions: number): Promise<void>;
  /** All settings of a topic, defaults included. Null if there is no such topic. */
  settings(topic: string): Promise<Map<string, TopicSetting> | null>;
  /** Changes settings of a topic; null makes one the broker's again. The others stay. */
  configure(topic: string, changes: Map<string, string | null>): Promise<void>;
  /** Deletes the records before the offset of each partition; -1 is the partition's end. */
  deleteRecords(topic: string, before: { partition: number; offset: number }[]): Promise<void>;
  /** The ACLs of topics that the learner can read. Null where the cluster has none to ask for. */
  acls(): Promise<Acl[] | null>;
  /** The first offset of every partition, and one past its last; null where there is no such topic. */
  ends(topic: string): Promise<{ start: number; end: number }[] | null>;
  /** The records of a partition from one offset up to but not including another, in order; a few hundred at once. */
  read(topic: string, partition: number, from: number, to: number): Promise<RawRecord[]>;
  /** For each partition the offset of the first record with this timestamp or a later one; the end where there is none. */
  offsetsAt(topic: string, timestamp: number): Promise<number[]>;
  /** For each partition the offset of the record with the newest timestamp; the end where there is none. */
  offsetsOfNewest(topic: string): Promise<number[]>;
  /** Hands on every record that is appended from now on, until `signal` aborts. Resolves once it listens. */
  follow(topic: string, hear: (record: RawRecord) => void, signal: AbortSignal): Promise<void>;
  /** Appends one record, to the partition that the key decides where none is named. */
  produce(topic: string, record: NewRecord): Promise<Position>;
  groups: Groups;
}

export interface Broker {
  id: number;
  host: string;
  port: number;
  controller: boolean;
}

export interface TopicDescription {
  /** As Kafka's tools write it: 22 characters. */
  id: string;
  partitions: { leader: number; replicas: number[]; isr: number[] }[];
  /** What is set for this topic or its broker, and is no default. */
  config: Map<string, string>;
}

export interface TopicSetting {
  value: string;
  /** Whether it was made for this topic. */
  own: boolean;
  sensitive: boolean;
  /** Where its value comes from, the nearest first: `DYNAMIC_TOPIC_CONFIG`, `DEFAULT_CONFIG` … */
  synonyms: { name: string; value: string; source: string }[];
}

/** As Kafka's tools word it: `resourceType` is `TOPIC`, `patternType` `LITERAL` or `PREFIXED`, `operation` `READ` … */
export interface Acl {
  resourceType: string;
  name: string;
  patternType: string;
  principal: string;
  host: string;
  operation: string;
  permissionType: string;
}

export interface NewRecord {
  key: string | null;
  /** Null is a tombstone. */
  value: string | null;
  partition?: number;
  /** In their order; a name may be repeated. */
  headers?: [name: string, value: string][];
}

export interface Groups {
  list(): Promise<string[]>;
  /** Null if there is no such group. */
  describe(group: string): Promise<GroupDescription | null>;
  /** Throws where the group has members. */
  setOffsets(group: string, topic: string, offsets: { partition: number; offset: number }[]): Promise<void>;
  delete(group: string): Promise<void>;
  /**
   * Reads as a member of the group until `signal` aborts. `hear` gets each record and says whether to go on; what it
   * has heard is committed.
   */
  consume(
    group: string,
    topic: string,
    fromBeginning: boolean,
    hear: (record: RawRecord) => boolean,
    signal: AbortSignal,
  ): Promise<void>;
}

export interface GroupDescription {
  /** As Kafka says it: `Stable`, `Empty`, `PreparingRebalance` … */
  state: string;
  strategy: string;
  /** Null where it is not known which broker it is. */
  coordinator: Broker | null;
  members: GroupMember[];
  /** What the group has committed. */
  offsets: { topic: string; partition: number; offset: number }[];
}

export interface GroupMember {
  id: string;
  host: string;
  clientId: string;
  assigned: { topic: string; partition: number }[];
}
