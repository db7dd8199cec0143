import { rm } from "node:fs/promises";
import type { LabLifecycleEvent, ServiceNamed } from "../../engine/labs/lab-status.ts";
import type { LabNeed } from "../../engine/protocol/lab-types.ts";
import { labSentences } from "../../engine/sentences/english/labs.ts";
import {
  joinMessages,
  type Message,
  sentencesFrom,
  verbatimMessage,
} from "../../engine/sentences/message.ts";
import { StartFailure } from "../../services/start-failure.ts";
import { problemOf, Refusal } from "../errors.ts";
import type { Service, ServiceOptions, StartedService } from "./service.ts";

const say = sentencesFrom(labSentences);

/** A session that uses a service. */
export interface ServiceUser {
  hear(event: LabLifecycleEvent): void;
  /** The service has ended by itself; the message says which, and why. */
  onStopped(message: Message): void;
}

export interface SharedServiceOptions extends Omit<ServiceOptions, "step"> {
  /** How long it runs on without a user, in seconds. */
  idleSeconds: number;
  warn(error: unknown, what: string): void;
}

/** One service with all its users: started for the first one, stopped a while after the last one has gone. */
export class SharedService<Address = unknown> {
  readonly #service: Service<Address>;
  readonly #options: SharedServiceOptions;
  readonly #users = new Set<ServiceUser>();
  #running: StartedService<Address> | null = null;
  #starting: Promise<Address> | null = null;
  #stopping: Promise<void> = Promise.resolve();
  #lastStep: LabLifecycleEvent | null = null;
  #idle: NodeJS.Timeout | undefined;
  #emptied = false;

  constructor(service: Service<Address>, options: SharedServiceOptions) {
    this.#service = service;
    this.#options = options;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** What a lab needs to use it; null while it does not run. */
  get address(): Address | null {
    return this.#running?.address ?? null;
  }

  async need(): Promise<LabNeed> {
    const { id, title, estimateSeconds } = this.#service;
    const { running } = this;
    const unavailable = running ? null : await this.#service.unavailable(this.#options.env);
    return { service: id, title, running, estimateSeconds, unavailable };
  }

  /** Its address, once it runs. Throws `lab-service-unavailable` where it cannot start. */
  async use(user: ServiceUser): Promise<Address> {
    clearTimeout(this.#idle);
    this.#users.add(user);
    try {
      if (this.#running) {
        user.hear({ type: "ServiceReady", data: this.#named() });
        return this.#running.address;
      }
      if (this.#starting && this.#lastStep) user.hear(this.#lastStep);
      this.#starting ??= this.#start().finally(() => {
        this.#starting = null;
      });
      return await this.#starting;
    } catch (error) {
      this.release(user);
      throw error;
    }
  }

  release(user: ServiceUser): void {
    this.#users.delete(user);
    if (this.#users.size > 0 || this.#running === null) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.stop(), this.#options.idleSeconds * 1_000).unref();
  }

  /** Ends it, also in the middle of its start. Does not throw. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    // Where nothing starts, nobody can begin to use it between this line and the next.
    if (this.#starting) await this.#starting.catch(() => {});
    const running = this.#running;
    this.#running = null;
    if (running) {
      this.#stopping = running.stop().catch((error) => {
        this.#options.warn(error, `${this.#service.title} could not be stopped`);
      });
    }
    await this.#stopping;
  }

  async #start(): Promise<Address> {
    const { title, estimateSeconds } = this.#service;
    const step = (message: Message) => {
      this.#lastStep = {
        type: "ServiceStarting",
        data: { ...this.#named(), step: message, estimateSeconds },
      };
      this.#tell(this.#lastStep);
    };
    step(say("service-starting", { title }));
    try {
      await this.#stopping;
      const missing = await this.#service.unavailable(this.#options.env);
      if (missing) throw new Refusal("lab-service-unavailable", missing);
      const running = await this.#startProcess(step);
      this.#running = running;
      void running.died.then((why) => this.#end(running, why));
    } catch (error) {
      const message = this.#reasonOf(error);
      this.#tell({ type: "ServiceUnavailable", data: { ...this.#named(), message } });
      throw new Refusal("lab-service-unavailable", message, { cause: error });
    }
    this.#tell({ type: "ServiceReady", data: this.#named() });
    return this.#running.address;
  }

  async #startProcess(step: (message: Message) => void): Promise<StartedService<Address>> {
    const { idleSeconds, warn, ...options } = this.#options;
    // What learners made before the server's start belongs to histories that nobody has any more.
    if (!this.#emptied) await rm(options.dataDir, { recursive: true, force: true });
    this.#emptied = true;
    return this.#service.start({ ...options, step });
  }

  /** It ended by itself: whoever uses it is told, and opens it again with the command `OpenLab`. */
  #end(running: StartedService<Address>, why: Message): void {
    if (this.#running !== running) return;
    this.#running = null;
    const message = joinMessages(say("service-stopped", { title: this.#service.title }), why);
    this.#tell({ type: "ServiceStopped", data: { ...this.#named(), message } });
    const users = [...this.#users];
    this.#users.clear();
    for (const user of users) user.onStopped(message);
  }

  #tell(event: LabLifecycleEvent): void {
    for (const user of this.#users) user.hear(event);
  }

  #named(): ServiceNamed {
    return { service: this.#service.id, title: this.#service.title };
  }

  /** Why a start failed, in a sentence for learners. */
  #reasonOf(error: unknown): Message {
    const { title } = this.#service;
    if (error instanceof StartFailure) return verbatimMessage(error.message);
    if (error instanceof Refusal) {
      const { detail, sentences = [] } = problemOf(error);
      return error.code === "lab-service-unavailable" && error.detail
        ? error.detail
        : { message: detail, sentences };
    }
    this.#options.warn(error, `${title} could not be started`);
    return say("service-not-started", { title });
  }
}
