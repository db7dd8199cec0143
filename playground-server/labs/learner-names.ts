import { ownPrefix } from "../log/topic-names.ts";

/** What a learner's part of each real system is called. Nobody else's names begin like these. */
export interface LearnerNames {
  /** The public name of the session: 32 hex digits. */
  learner: string;
  /** Of PostgreSQL: a schema, and the role that may use it. */
  schema: string;
  role: string;
  /** Of PostgreSQL: the database of captured tables, the role that owns them, and the slot and publication of their capture. */
  captured: string;
  /** The role that reads the changes of captured tables. */
  replicator: string;
  /** Before the name of a Kafka topic: topics of labs are the learner's own, for the terminal and the tape too. */
  topicPrefix: string;
  /** The same topic as its owner types it: `mine.lab-`. */
  shortTopicPrefix: string;
  /** Before the name of a consumer group. */
  groupPrefix: string;
  /** Before a transactional id. */
  transactionalIdPrefix: string;
  /** Of a Kafka principal, an application, a connector, a replication slot: small letters, digits and underscores. */
  account: string;
}

/** All names of a learner, from the session's public name. Two learners never share one. */
export function namesOf(learner: string): LearnerNames {
  if (!/^[0-9a-f]{32}$/.test(learner)) throw new TypeError(`${learner} is not the public name of a session.`);
  const account = `learner_${learner}`;
  return {
    learner,
    schema: account,
    role: account,
    captured: `${account}_captured`,
    replicator: `${account}_replicator`,
    topicPrefix: `${ownPrefix}${learner}.lab-`,
    shortTopicPrefix: `${ownPrefix}lab-`,
    groupPrefix: `${ownPrefix}${learner}.lab-`,
    transactionalIdPrefix: `${ownPrefix}${learner}.lab-`,
    account,
  };
}
