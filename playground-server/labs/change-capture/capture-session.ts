import type { CaptureCommand } from "../../../engine/labs/change-capture/commands.ts";
import type { CaptureEvent } from "../../../engine/labs/change-capture/events.ts";
import { captureLimits } from "../../../engine/labs/change-capture/limits.ts";
import { type CapturedTable, type ShapeId, shapes } from "../../../engine/labs/change-capture/shapes.ts";
import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import { Refusal } from "../../errors.ts";
import { readTables } from "../database/read-tables.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { postgresService } from "../postgres/postgres-service.ts";
import { captureRefusal, sayOfCapture } from "./capture-refusal.ts";
import { CaptureWorker } from "./capture-worker.ts";
import { CapturedTables } from "./captured-tables.ts";
import { ChangeTopics } from "./change-topics.ts";
import { connectService } from "./connect-service.ts";
import { readSql, runStatements } from "./run-statements.ts";

/** In ms: how often change topics are looked at. */
const lookEvery = 250;
const identitiesOf = `SELECT relname, CASE relreplident WHEN 'd' THEN 'default' WHEN 'f' THEN 'full' ELSE 'other' END
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;

/** A learner's session: tables, the capture of their changes, and what came out of it. */
export class CaptureSession implements LabSession {
  readonly #emit: (event: CaptureEvent) => void;
  readonly #topics: ChangeTopics;
  readonly #worker: CaptureWorker;
  #tables: CapturedTables;
  /** Whether topics, publication and slot are there. */
  #captures = false;
  #flushed: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #closed = false;

  private constructor(context: LabContext, tables: CapturedTables) {
    this.#emit = (event) => context.emit(event);
    this.#tables = tables;
    this.#topics = new ChangeTopics(context);
    this.#worker = new CaptureWorker({
      workers: context.services.address(connectService),
      account: context.names.account,
      kafka: context.log.settings,
      onEnd: () =>
        this.#emit({ type: "WorkerFailed", data: { message: sayOfCapture("capture-worker-ended") } }),
    });
  }

  /** Opens the tables as they were left, without a capture. Throws a Refusal where PostgreSQL cannot be captured. */
  static async open(context: LabContext): Promise<CaptureSession> {
    const tables = await CapturedTables.open(context.services.address(postgresService), context.names);
    if (!(await tables.canBeCaptured())) {
      throw new Refusal("lab-service-unavailable", sayOfCapture("capture-no-logical-log"));
    }
    const session = new CaptureSession(context, tables);
    await session.#removeCapture();
    await session.#begin();
    session.#lookLater();
    return session;
  }

  handle(command: LabCommand, signal: AbortSignal): Promise<void> {
    return this.#do(command as CaptureCommand, signal);
  }

  async reset(): Promise<void> {
    await this.#removeCapture();
    this.#tables = await this.#tables.reset();
    // The reset empties the screen once it is done.
    setImmediate(() => void this.#begin().catch(() => {}));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.#removeCapture();
  }

  async #do({ type, data }: CaptureCommand, signal: AbortSignal): Promise<void> {
    switch (type) {
      case "StartCapture":
        return this.#startCapture(signal);
      case "RunShape":
        return this.#run(data.shape, shapes[data.shape], signal);
      case "RunSql":
        return this.#run(null, readSql(data.sql), signal);
      case "SetReplicaIdentity": {
        const { table, identity } = data;
        return this.#run(null, [`ALTER TABLE ${table} REPLICA IDENTITY ${identity.toUpperCase()}`], signal);
      }
      case "KillWorker":
        this.#expectWorker();
        await this.#look();
        await this.#worker.kill();
        return this.#emit({ type: "WorkerKilled", data: {} });
      case "StartWorker":
        if (!this.#captures) throw captureRefusal(sayOfCapture("capture-not-started"));
        if (this.#worker.runs && (await this.#worker.failure()) === null) {
          throw captureRefusal(sayOfCapture("capture-worker-runs"));
        }
        await this.#worker.end();
        this.#emit({ type: "WorkerRestarting", data: {} });
        return this.#startWorker(signal);
    }
  }

  async #begin(): Promise<void> {
    this.#emit({ type: "SessionBegan", data: { topics: this.#topics.shown } });
    await this.#readTables();
  }

  async #startCapture(signal: AbortSignal): Promise<void> {
    if (this.#captures) throw captureRefusal(sayOfCapture("capture-runs"));
    this.#worker.takePlace();
    const { "slot.name": slot = "", "publication.name": publication = "" } = this.#tables.connectorConfig;
    this.#emit({ type: "CaptureStarting", data: { slot, publication } });
    this.#captures = true;
    try {
      await this.#topics.make();
      await this.#tables.publish();
    } catch (error) {
      await this.#removeCapture();
      const message = sayOfCapture("capture-not-started");
      this.#emit({ type: "CaptureStopped", data: { message } });
      throw error;
    }
    await this.#startWorker(signal);
  }

  async #startWorker(signal: AbortSignal): Promise<void> {
    const since = performance.now();
    try {
      await this.#worker.start(this.#tables, this.#topics.prefix, signal);
    } catch (error) {
      this.#emit({ type: "WorkerFailed", data: { message: sayOfCapture("capture-worker-ended") } });
      throw error;
    }
    const milliseconds = Math.round(performance.now() - since);
    this.#emit({ type: "WorkerStarted", data: { milliseconds } });
    await this.#look();
  }

  async #run(shape: ShapeId | null, texts: readonly string[], signal: AbortSignal): Promise<void> {
    const from = await this.#tables.logEnd();
    const statements = await runStatements(this.#tables.database, texts, signal);
    const to = await this.#tables.logEnd();
    this.#emit({ type: "SqlRan", data: { shape, statements, from, to } });
    await this.#readTables();
  }

  async #readTables(): Promise<void> {
    const connection = await this.#tables.database.connect("public");
    try {
      // Whoever looks must not wait for a table that somebody has locked.
      await connection.run("SET lock_timeout = '200ms'", 0);
      const { rows } = await connection.run(identitiesOf, 100);
      const identities = Object.fromEntries(rows.map(([table, identity]) => [table ?? "", identity ?? ""]));
      const names = (["orders", "payments"] satisfies CapturedTable[]).filter((name) => name in identities);
      const tables = (await readTables(connection, "public", names)) ?? [];
      this.#emit({ type: "TablesRead", data: { tables, identities } });
    } finally {
      await connection.close();
    }
  }

  #expectWorker(): void {
    if (!this.#captures) throw captureRefusal(sayOfCapture("capture-not-started"));
    if (!this.#worker.runs) throw captureRefusal(sayOfCapture("capture-no-worker"));
  }

  #lookLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      // Kafka or PostgreSQL may be away for a while: the next look finds them again.
      void this.#look()
        .catch(() => {})
        .finally(() => this.#lookLater());
    }, lookEvery).unref();
  }

  /** Says what has come into the change topics, and how far the worker has written down. */
  #look(): Promise<void> {
    const turn = this.#looking.then(async () => {
      if (!this.#captures) return;
      for (const changes of await this.#topics.next()) this.#emit({ type: "ChangesRead", data: { changes } });
      const lsn = await this.#worker.flushedLsn();
      if (lsn !== null && lsn !== this.#flushed) {
        this.#flushed = lsn;
        this.#emit({ type: "OffsetsFlushed", data: { lsn } });
      }
      if (this.#topics.count > captureLimits.changes) await this.#stopCapture();
    });
    this.#looking = turn.catch(() => {});
    return turn;
  }

  async #stopCapture(): Promise<void> {
    await this.#removeCapture();
    const message = sayOfCapture("capture-too-many", { most: captureLimits.changes });
    this.#emit({ type: "CaptureStopped", data: { message } });
  }

  /** Removes worker, slot, publication and topics, also those of an earlier session. */
  async #removeCapture(): Promise<void> {
    this.#captures = false;
    this.#flushed = null;
    await this.#worker.remove();
    await this.#tables.unpublish();
    await this.#topics.remove();
  }
}
