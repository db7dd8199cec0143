import type { Sentence } from "../sentences/message.ts";

/** `POST /api/cluster-test`: the settings of a Kafka client. They are used for this test and then forgotten. */
export interface ClusterTestBody {
  /** `host:port` of one broker; an IPv6 address in brackets. */
  address: string;
  tls: boolean;
  /** The certificate of the authority, in PEM form, where it is not one that every system knows. */
  ca?: string | undefined;
  sasl?:
    | { mechanism: "PLAIN" | "SCRAM-SHA-256" | "SCRAM-SHA-512"; username: string; password: string }
    | undefined;
  /** Whether this user may read and write it, and whether its settings keep events. */
  topic?: string | undefined;
  group?: string | undefined;
}

/** In this order; the test ends at the first that fails. */
export const clusterTestSteps = [
  "address",
  "dns",
  "tcp",
  "tls",
  "login",
  "brokers",
  "topic",
  "group",
  "settings",
] as const;

export type ClusterTestStep = (typeof clusterTestSteps)[number];

/** `advice`: it works, and something should be changed. `skipped`: nobody asked for it. */
export type ClusterTestOutcome = "works" | "advice" | "failed" | "skipped";

export type ClusterTestMessage =
  | {
      kind: "cluster-test-step";
      step: ClusterTestStep;
      outcome: ClusterTestOutcome;
      message: string;
      sentences: Sentence[];
      /** How long it took, in ms. */
      milliseconds: number;
    }
  | { kind: "cluster-test-end"; works: boolean };
