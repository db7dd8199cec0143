import type { LabMessage } from "../../../engine/protocol/lab-types.ts";
import type { LabCommandBody } from "../../../engine/protocol/request-types.ts";

/** The labs of the server that this page is connected to. */
export interface LabConnection {
  /** Resolves when the command is done. Rejects with a `Refusal`, also where there is no server. */
  command(lab: string, command: LabCommandBody): Promise<void>;
  /** Removes everything of the learner from a lab. Rejects with a `Refusal`. */
  reset(lab: string): Promise<void>;
  /** What happened in the learner's lab so far, and all to come. `ended` is told when that breaks off. Returns how to stop. */
  follow(lab: string, listen: (message: LabMessage) => void, ended: () => void): () => void;
}
