import type { Message } from "../../sentences/message.ts";

/** Killed: on a learner's command. Died: nobody here asked for it. */
export type BrokerState = "starting" | "running" | "killed" | "died";

/** How many in-sync replicas must have a record before the producer hears that it is written. */
export type Acks = "0" | "1" | "all";

export interface SeenBroker {
  broker: number;
  /** `host:port` for clients without a login. */
  address: string;
  /** `host:port` for clients that use TLS and log in. */
  loginAddress: string;
  state: BrokerState;
}

export interface SeenPartition {
  partition: number;
  /** Null while no broker leads it. */
  leader: number | null;
  replicas: number[];
  inSync: number[];
}

/** What became of one send since the last report. `ms`: since the run began. */
export type SendChange =
  | { n: number; what: "sent"; ms: number }
  /** It failed and is tried again; `error` in the client's words. */
  | { n: number; what: "retried"; ms: number; error: string }
  /** Null where nobody was asked (acks=0). */
  | { n: number; what: "acknowledged"; ms: number; offset: number | null }
  | { n: number; what: "refused"; ms: number; error: string };

/** What a client tries in the part about logins. */
export interface LoginSettings {
  tls: boolean;
  /** Whether it has the certificate of the authority that signed the brokers' certificates. */
  ca: boolean;
  login: boolean;
  password: "right" | "wrong";
  topic: "orders" | "payments";
  group: "shop" | "audit";
}

/** What an error of the client means; the page has a sentence for each. */
export type LoginProblem =
  | "tls-expected"
  | "ca-unknown"
  | "login-expected"
  | "password-wrong"
  | "topic-denied"
  | "group-denied"
  | "no-broker"
  | "other";

export interface LoginStep {
  step: "connect" | "topic" | "group";
  /** Null where it worked: what the client says, and what it means. */
  failed: { client: string; problem: LoginProblem } | null;
}

/** What happens in the lab about a cluster, beside what happens in every lab. */
export type ClusterEvent =
  | { type: "ClusterSeen"; data: { version: string; brokers: SeenBroker[] } }
  | { type: "BrokerChanged"; data: { broker: number; state: BrokerState; by: "you" | "another" | null } }
  /** What the brokers say of the learner's topic. `controller`: null while no broker answers. */
  | { type: "PartitionsSeen"; data: { topic: string; partitions: SeenPartition[] } }
  /** Who may kill brokers. `seconds`: what is left of a turn that ends because others wait. `ahead`: learners before you. */
  | {
      type: "TurnChanged";
      data: { holder: "you" | "another" | "nobody"; ahead: number | null; seconds: number | null };
    }
  | { type: "SendsStarted"; data: { run: number; acks: Acks; count: number; partition: number } }
  | { type: "SendsReported"; data: { run: number; changes: SendChange[] } }
  | { type: "SendsEnded"; data: { run: number } }
  /** Counted from the log itself. `copies`: how often each number is in it. */
  | { type: "LogCounted"; data: { run: number; copies: number[] } }
  /** Nobody can say now what the log holds; `message` says why, and what to do. */
  | { type: "LogNotCounted"; data: { run: number; message: Message } }
  | {
      type: "LoginOffered";
      data: { username: string; password: string; ca: string; addresses: string[] };
    }
  | { type: "LoginTried"; data: { settings: LoginSettings; steps: LoginStep[] } };
