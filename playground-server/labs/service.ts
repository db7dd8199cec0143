import type { Message } from "../../engine/sentences/message.ts";
import type { Log } from "../log/open-log.ts";

/**
 * A real system that labs need. All learners share it: it starts when the first session needs it, and stops a while after
 * the last one has closed.
 */
export interface Service<Address = unknown> {
  /** For programs and folders: `postgres`. */
  id: string;
  /** For people: `PostgreSQL`. */
  title: string;
  /** What a start usually takes, in seconds. */
  estimateSeconds: number;
  /**
   * Looks, without starting anything, for a reason why it cannot start here. The message says what is missing and the
   * command that installs it. Null where nothing is known to be in the way.
   */
  unavailable(env: NodeJS.ProcessEnv): Promise<Message | null>;
  /** Starts it. Throws a StartFailure of `services/`, or a Refusal, whose sentence a learner can read. */
  start(options: ServiceOptions): Promise<StartedService<Address>>;
}

export interface ServiceOptions {
  /** A folder of its own. It survives the stops of the service, and is emptied when the server starts. */
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** The course's Kafka. */
  log: Log;
  /** Says what the start does now. */
  step(message: Message): void;
  /** Aborted when the server stops. */
  signal: AbortSignal;
}

export interface StartedService<Address> {
  /** What a lab needs to use it. */
  address: Address;
  /** Resolves when it ends by itself, with what is known of why; never after `stop`. */
  died: Promise<Message>;
  stop(): Promise<void>;
}

/** Services that run for a session. */
export interface RunningServices {
  /** Throws where the lab does not need that service. */
  address<Address>(service: Service<Address>): Address;
}
