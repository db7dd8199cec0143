import type { ClientSettings } from "./client-settings.ts";

/** A Kafka to work with, wherever it came from. */
export interface KafkaService {
  kind: "external" | "container" | "local" | "none";
  /** `host:port` each; empty where the kind is "none". */
  brokers: string[];
  /** What a KafkaJS client needs beside the brokers. */
  client: ClientSettings;
  /** Put before every topic name on a cluster shared with others; empty otherwise. */
  topicPrefix: string;
  /** The exact version where we chose it; null on a cluster of somebody else. */
  version: string | null;
  /** One sentence for people: where the log runs, or what to install. */
  sentence: string;
  /** Whether the broker belongs to this project, so that its topics may be seeded without asking. */
  ours: boolean;
  /** Ends what we started, and nothing else. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** Everything that has to survive a restart is kept below this folder. */
  dataDir: string;
  /** Gets a line of progress now and then, and a sentence when a broker we started dies or is back. */
  log: (line: string) => void;
  env: NodeJS.ProcessEnv;
}
