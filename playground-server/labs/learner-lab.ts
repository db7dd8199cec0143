import type { LabCommand, LabEvent } from "../../engine/labs/lab-event.ts";
import type { LabClosedReason, LabLifecycleEvent } from "../../engine/labs/lab-status.ts";
import { openLab } from "../../engine/labs/lab-status.ts";
import { labSentences } from "../../engine/sentences/english/labs.ts";
import { joinMessages, type Message, sentencesFrom } from "../../engine/sentences/message.ts";
import { problemOf, Refusal, refusalDetail } from "../errors.ts";
import { refusalOf } from "../http/problems.ts";
import { parseRequest } from "../parse-request.ts";
import { CommandTurns } from "./command-turns.ts";
import type { Lab, LabContext, LabSession } from "./lab.ts";
import { LabHistory } from "./lab-history.ts";
import type { LabServices, ServiceLease } from "./services.ts";

const say = sentencesFrom(labSentences);

/** What a learner's lab is opened with. */
export type LabParts = Pick<LabContext, "names" | "address" | "log"> & { services: LabServices };

interface OpenSession {
  session: LabSession;
  lease: ServiceLease;
  /** Until then its events count. */
  over: AbortController;
}

/** One learner's lab: what happened in it, and its session while one is open. */
export class LearnerLab {
  readonly history: LabHistory;
  readonly #lab: Lab;
  readonly #parts: LabParts;
  readonly #turns: CommandTurns;
  #open: OpenSession | null = null;
  /** Opening, resetting and closing, one after the other. */
  #change: Promise<unknown> = Promise.resolve();
  #changes = 0;
  #idle: NodeJS.Timeout | undefined;
  #openedBefore = false;
  /** When the last command came, in ms since 1970. */
  lastUse = Date.now();

  constructor(lab: Lab, parts: LabParts) {
    this.#lab = lab;
    this.#parts = parts;
    this.history = new LabHistory(lab.fold, lab.limits.events);
    this.#turns = new CommandTurns(lab.limits.commandsPerMinute);
  }

  /** Whether it takes one of the places for open labs. */
  get active(): boolean {
    return this.#open !== null || this.#changes > 0 || this.#turns.busy;
  }

  get open(): boolean {
    return this.#open !== null;
  }

  /**
   * Does a command, after those before it; opens the session first where none is open. `hear` gets the events from its
   * start to its end. Throws refusals.
   */
  async handle(command: LabCommand, signal: AbortSignal, hear?: (event: LabEvent) => void): Promise<void> {
    const { type } = command;
    this.#turns.take();
    this.#touch();
    const data = this.#read(command);
    const atAnyTime = type === openLab || this.#lab.atAnyTime?.includes(type) === true;
    const work = async (given: AbortSignal) => {
      const stop = this.history.listen(hear);
      try {
        const { session } = await this.#opened();
        if (type !== openLab) await session.handle({ type, data }, given);
      } finally {
        stop();
        this.#touch();
      }
    };
    await (atAnyTime ? this.#turns.now(work, signal) : this.#turns.next(work, signal));
  }

  /** Gives up what is under way and removes everything of the learner from the real system. */
  async reset(): Promise<void> {
    this.#turns.take();
    this.#touch();
    await this.#turns.giveUp(new Refusal("lab-stopped", refusalDetail("lab-was-reset")));
    const { session } = await this.#opened();
    await this.#exclusively(async () => {
      await session.reset();
      this.history.reset();
    });
  }

  /** Closes the session. What the learner has in the real system stays. `why` is told to those who read on. */
  async close(why: { reason: LabClosedReason; message: Message } | null): Promise<void> {
    clearTimeout(this.#idle);
    await this.#turns.giveUp(new Refusal("lab-stopped", refusalDetail("lab-was-closed")));
    await this.#exclusively(async () => {
      const open = this.#open;
      if (!open) return;
      this.#open = null;
      open.over.abort();
      // The real system may be gone: then there is nothing to close.
      await open.session.close().catch(() => {});
      open.lease.release();
      if (why) this.#emit({ type: "LabClosed", data: why });
    });
  }

  async #opened(): Promise<OpenSession> {
    return this.#open ?? (await this.#exclusively(async () => this.#open ?? (await this.#openSession())));
  }

  async #openSession(): Promise<OpenSession> {
    const { services: all, ...context } = this.#parts;
    const over = new AbortController();
    this.#emit({ type: "LabOpening", data: {} });
    let lease: ServiceLease | null = null;
    try {
      lease = await all.use(this.#lab.needs, {
        hear: (event) => this.#emit(event),
        onStopped: (why) => {
          const message = joinMessages(why, say("service-start-again"));
          void this.close({ reason: "service-stopped", message });
        },
      });
      const session = await this.#lab.open({
        ...context,
        services: lease.services,
        emit: (event) => over.signal.aborted || this.history.append(event),
      });
      // A screen that begins with nothing needs a real system that holds nothing of the learner.
      if (!this.#openedBefore) await session.reset();
      this.#openedBefore = true;
      this.#open = { session, lease, over };
    } catch (error) {
      lease?.release();
      const { detail, sentences = [] } = problemOf(refusalOf(error));
      this.#emit({
        type: "LabClosed",
        data: { reason: "not-opened", message: { message: detail, sentences } },
      });
      throw error;
    }
    this.#emit({ type: "LabOpened", data: {} });
    return this.#open;
  }

  async #exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#changes++;
    const done = this.#change.then(work);
    this.#change = done.catch(() => {});
    try {
      return await done;
    } finally {
      this.#changes--;
    }
  }

  /** The data of a command as its schema reads it. Throws `request-invalid`. */
  #read({ type, data }: LabCommand): unknown {
    if (type === openLab) return {};
    const schema = Object.hasOwn(this.#lab.commands, type) ? this.#lab.commands[type] : undefined;
    if (schema) return parseRequest(schema, data);
    const known = [openLab, ...Object.keys(this.#lab.commands)].join(", ");
    throw new Refusal("request-invalid", refusalDetail("no-such-lab-command", { type, known }));
  }

  /** Counts the time without a command from now on. */
  #touch(): void {
    this.lastUse = Date.now();
    clearTimeout(this.#idle);
    const { idleSeconds } = this.#lab.limits;
    this.#idle = setTimeout(() => {
      if (this.#turns.busy) return this.#touch();
      const message = say("lab-idle", { minutes: Math.max(1, Math.round(idleSeconds / 60)) });
      void this.close({ reason: "idle", message });
    }, idleSeconds * 1_000).unref();
  }

  #emit(event: LabLifecycleEvent): void {
    this.history.append(event);
  }
}
