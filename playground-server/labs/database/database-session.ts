import type { z } from "zod";
import type { databaseCommands } from "../../../engine/labs/database/commands.ts";
import type { DatabaseEvent } from "../../../engine/labs/database/events.ts";
import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import { cartSetup, itemAdded } from "../../../engine/labs/database/scripts.ts";
import type { Statement } from "../../../engine/labs/database/split-statements.ts";
import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";
import type { LabSession } from "../lab.ts";
import type { LearnerNames } from "../learner-names.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import type { LearnerDatabases } from "../postgres/learner-databases.ts";
import { ConnectionLost } from "../postgres/sql-connection.ts";
import { runEveryInterleaving } from "./every-interleaving.ts";
import { expectOrderFits, readScripts } from "./read-scripts.ts";
import { Stage } from "./stage.ts";

const say = sentencesFrom(databaseLabSentences);

type Data<Type extends keyof typeof databaseCommands> = z.infer<(typeof databaseCommands)[Type]>;

/** What one learner does in the database lab. */
export class DatabaseSession implements LabSession {
  readonly #names: LearnerNames;
  readonly #databases: LearnerDatabases;
  readonly #emit: (event: DatabaseEvent) => void;
  #database: LearnerDatabase;
  #stage: Stage | null = null;
  #cancelled = new AbortController();

  constructor(
    names: LearnerNames,
    databases: LearnerDatabases,
    database: LearnerDatabase,
    emit: (event: DatabaseEvent) => void,
  ) {
    this.#names = names;
    this.#databases = databases;
    this.#database = database;
    this.#emit = emit;
  }

  async handle(command: LabCommand, signal: AbortSignal): Promise<void> {
    try {
      await this.#do(command, signal);
    } catch (error) {
      if (error instanceof ConnectionLost) throw new Refusal("lab-refused", error.why, { cause: error });
      throw error;
    }
  }

  async reset(): Promise<void> {
    await this.close();
    await this.#databases.drop(this.#names);
    this.#database = await this.#databases.of(this.#names);
  }

  async close(): Promise<void> {
    await this.#stage?.close();
    this.#stage = null;
  }

  async #do({ type, data }: LabCommand, signal: AbortSignal): Promise<void> {
    switch (type) {
      case "OpenStage":
        return this.#openStage(data as Data<"OpenStage">, signal);
      case "RunStatement":
        return this.#expectStage().runStatement((data as Data<"RunStatement">).session);
      case "CancelStatement":
        return this.#expectStage().cancelStatement((data as Data<"CancelStatement">).session);
      case "RunEveryInterleaving": {
        this.#cancelled = new AbortController();
        const { signal: cancelled } = this.#cancelled;
        const scripts = data as Data<"RunEveryInterleaving">;
        return runEveryInterleaving(this.#database, scripts, this.#emit, { signal, cancelled });
      }
      case "CancelInterleavings":
        return this.#cancelled.abort();
    }
  }

  async #openStage({ order, ...given }: Data<"OpenStage">, signal: AbortSignal): Promise<void> {
    const read = readScripts(given);
    if (order) expectOrderFits(order, read);
    await this.close();
    const withCart = given.setup === cartSetup;
    const typed = (session: SessionName) => read.scripts[session].map(asTyped);
    this.#emit({
      type: "StageOpened",
      data: {
        ...given,
        statements: { A: typed("A"), B: typed("B") },
        order: order ?? null,
        cart: withCart ? [itemAdded] : null,
      },
    });
    const options = { isolation: given.isolation, withCart, emit: this.#emit };
    this.#stage = await Stage.open(this.#database, read, options, signal);
  }

  #expectStage(): Stage {
    if (this.#stage) return this.#stage;
    throw new Refusal("lab-refused", say("no-stage"));
  }
}

function asTyped({ text, gset }: Statement): string {
  if (gset === null) return text;
  return gset === "" ? `${text} \\gset` : `${text} \\gset ${gset}`;
}
