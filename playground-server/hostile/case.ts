import type { TargetServer } from "./target-server.ts";

/** One case of the hostile suite. */
export interface HostileCase {
  /** Its class and number, such as CPU-01. */
  id: string;
  /** Its short name in plain words. */
  what: string;
  /** Does it against the listening server. Throws when a learner would not see what is promised. */
  try(target: TargetServer): Promise<void>;
}
