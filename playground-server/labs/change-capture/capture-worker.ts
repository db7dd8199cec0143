import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { captureLimits } from "../../../engine/labs/change-capture/limits.ts";
import type { Message } from "../../../engine/sentences/message.ts";
import { verbatimMessage } from "../../../engine/sentences/message.ts";
import {
  type ConnectWorker,
  flushedLsn,
  forgetOffsets,
  startConnectWorker,
} from "../../../services/connect/connect-worker.ts";
import { StartFailure } from "../../../services/start-failure.ts";
import type { KafkaSettings } from "../../log/kafka-client.ts";
import { captureRefusal, sayOfCapture } from "./capture-refusal.ts";
import type { CapturedTables } from "./captured-tables.ts";
import type { ConnectWorkers } from "./connect-service.ts";
import { kafkaProperties } from "./kafka-properties.ts";

/** In ms: how often a started worker is asked whether it streams, and for how long. */
const askEvery = 50;
const longestSnapshot = 60_000;

export interface CaptureWorkerOptions {
  workers: ConnectWorkers;
  /** Of the learner: its folder, and its place among all workers. */
  account: string;
  kafka: KafkaSettings;
  /** Hears when it ends without being asked to. */
  onEnd(): void;
}

/** One learner's worker, from its first start to the end of the capture. */
export class CaptureWorker {
  readonly #options: CaptureWorkerOptions;
  readonly #folder: string;
  #running: ConnectWorker | null = null;

  constructor(options: CaptureWorkerOptions) {
    this.#options = options;
    this.#folder = join(options.workers.dataDir, options.account);
  }

  get runs(): boolean {
    return this.#running !== null;
  }

  /** Takes one of the places for workers. Throws a Refusal where all are taken. */
  takePlace(): void {
    const { workers, account } = this.#options;
    if (workers.places.has(account)) return;
    if (workers.places.size >= captureLimits.workers) {
      throw captureRefusal(sayOfCapture("capture-all-taken", { most: captureLimits.workers }));
    }
    workers.places.add(account);
  }

  /** Starts it, and waits until its snapshot is done and it streams. Throws a Refusal. */
  async start(tables: CapturedTables, topicPrefix: string, signal: AbortSignal): Promise<void> {
    const { workers, kafka } = this.#options;
    const config = {
      ...tables.connectorConfig,
      "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
      "tasks.max": "1",
      "plugin.name": "pgoutput",
      "publication.autocreate.mode": "disabled",
      "table.include.list": "public.orders,public.payments",
      "topic.prefix": topicPrefix,
      "topic.delimiter": "-",
      "snapshot.mode": "initial",
      "poll.interval.ms": "100",
      "errors.max.retries": "0",
    };
    try {
      const worker = await startConnectWorker(
        {
          ...workers.parts,
          folder: this.#folder,
          kafka: kafkaProperties(kafka),
          flushEveryMs: captureLimits.flushEverySeconds * 1_000,
          connector: { name: "capture", config },
        },
        signal,
      );
      this.#running = worker;
      void worker.exited.then(() => {
        if (this.#running !== worker) return;
        this.#running = null;
        this.#options.onEnd();
      });
      await this.#untilStreaming(tables, worker, signal);
    } catch (error) {
      await this.end();
      if (error instanceof StartFailure) throw captureRefusal(verbatimMessage(error.message));
      throw error;
    }
  }

  /** Why it does not stream any more although it runs; null where it does. */
  async failure(): Promise<Message | null> {
    const reason = await this.#running?.failure();
    return reason ? sayOfCapture("capture-connector-failed", { reason }) : null;
  }

  flushedLsn(): Promise<number | null> {
    return flushedLsn(this.#folder);
  }

  async kill(): Promise<void> {
    const worker = this.#running;
    this.#running = null;
    await worker?.kill();
  }

  async end(): Promise<void> {
    const worker = this.#running;
    this.#running = null;
    await worker?.end();
  }

  /** Ends it, gives its place back, and forgets how far it has read. */
  async remove(): Promise<void> {
    await this.end();
    await forgetOffsets(this.#folder);
    this.#options.workers.places.delete(this.#options.account);
  }

  async #untilStreaming(tables: CapturedTables, worker: ConnectWorker, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + longestSnapshot;
    while (!(await tables.isStreaming())) {
      const reason = await worker.failure();
      if (reason !== null) throw captureRefusal(sayOfCapture("capture-connector-failed", { reason }));
      if (this.#running !== worker || Date.now() > deadline) {
        throw captureRefusal(sayOfCapture("capture-worker-ended"));
      }
      await sleep(askEvery, undefined, { signal });
    }
  }
}
