import { setTimeout as sleep } from "node:timers/promises";
import { Connection, metadataV12 } from "@platformatic/kafka";
import type { SeenPartition } from "../../../engine/labs/cluster/events.ts";

const intervalMs = 400;
const timeoutMs = 1_500;

/** The partitions of a topic as a broker sees them; none where it knows no such topic. */
export type Partitions = SeenPartition[];

/** Asks a running broker again and again where the leaders and replicas of topics are. */
export class MetadataWatch {
  readonly #addresses: () => string[];
  readonly #topics: () => string[];
  readonly #seen: (topic: string, partitions: Partitions) => void;
  readonly #stopped = new AbortController();
  #connection: { address: string; connection: Connection } | null = null;

  constructor(options: {
    /** `host:port` of the brokers that run now. */
    addresses: () => string[];
    topics: () => string[];
    seen: (topic: string, partitions: Partitions) => void;
  }) {
    this.#addresses = options.addresses;
    this.#topics = options.topics;
    this.#seen = options.seen;
    void this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#disconnect();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const topics = this.#topics();
      if (topics.length > 0) await this.#ask(topics).catch(() => this.#disconnect());
      await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async #ask(topics: string[]): Promise<void> {
    const connection = await this.#connected();
    if (connection === null) return;
    const answer = await metadataV12.api.async(connection, topics, false, false).catch(answerOfError);
    for (const { name, partitions } of answer.topics) {
      const sorted = partitions.toSorted((a, b) => a.partitionIndex - b.partitionIndex);
      this.#seen(
        name ?? "",
        sorted.map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
          partition: partitionIndex,
          leader: leaderId < 0 ? null : leaderId,
          replicas: replicaNodes,
          inSync: isrNodes.toSorted(),
        })),
      );
    }
  }

  /** A connection to a broker that runs: the one there is, or to another broker. */
  async #connected(): Promise<Connection | null> {
    const running = this.#addresses();
    if (this.#connection && running.includes(this.#connection.address)) return this.#connection.connection;
    await this.#disconnect();
    const address = running[0];
    if (address === undefined) return null;
    const connection = new Connection("offset-zero-watch", {
      connectTimeout: timeoutMs,
      requestTimeout: timeoutMs,
    });
    connection.on("error", () => {});
    const at = address.lastIndexOf(":");
    await connection.connect(address.slice(0, at), Number(address.slice(at + 1)));
    this.#connection = { address, connection };
    return connection;
  }

  async #disconnect(): Promise<void> {
    const open = this.#connection;
    this.#connection = null;
    await open?.connection.close().catch(() => {});
  }
}

/** A topic that is away is an error of the whole request for this client; the answer hangs on it. */
function answerOfError(error: unknown): metadataV12.MetadataResponse {
  const { response } = error as { response?: metadataV12.MetadataResponse };
  if (response?.topics) return response;
  throw error;
}
