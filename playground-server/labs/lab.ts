import type { z } from "zod";
import type { LabCommand, LabFact, LabFold } from "../../engine/labs/lab-event.ts";
import type { LabLimits } from "../../engine/protocol/lab-types.ts";
import type { Log } from "../log/open-log.ts";
import type { LearnerNames } from "./learner-names.ts";
import type { RunningServices, Service } from "./service.ts";

/** A real system around the log that a learner acts on and breaks. */
export interface Lab {
  /** Its page is `/labs/<id>/`. */
  id: string;
  /** They run before a session opens; they start in this order. */
  needs: readonly Service[];
  /** The schema of the data of each command. */
  commands: Record<string, z.ZodType>;
  /** Commands that do not wait for the one under way, such as one that cancels it. */
  atAnyTime?: readonly string[];
  /** The fold for its screen: the one of `engine/labs/<id>/evolve.ts`. */
  fold: LabFold;
  limits: LabLimits;
  /** Opens a learner's session. What an earlier session left in the real system is still there. */
  open(context: LabContext): Promise<LabSession>;
}

export interface LabContext {
  names: LearnerNames;
  /** The network address on whose account topics are made. */
  address: string;
  services: RunningServices;
  /** The course's Kafka. */
  log: Log;
  /** Adds to what happened, at this moment. Throws a RangeError for an event of more than `labLimits.eventBytes`. */
  emit(event: LabFact): void;
}

export interface LabSession {
  /**
   * Does what a command asks. Everything that happens is emitted; what cannot be done is thrown as a Refusal, usually
   * `lab-refused`. `signal` aborts when the lab is reset or closed, and when the command takes too long.
   */
  handle(command: LabCommand, signal: AbortSignal): Promise<void>;
  /** Removes everything of the learner from the real system. The session is then as after it was opened. */
  reset(): Promise<void>;
  /** Ends connections and work. What the learner has in the real system stays. */
  close(): Promise<void>;
}
