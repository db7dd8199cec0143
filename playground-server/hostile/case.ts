import type { House } from "./house.ts";

/** One case of the hostile suite. */
export interface HostileCase {
  /** Its class and number, such as CPU-01. */
  id: string;
  /** Its short name in plain words. */
  what: string;
  /** Does it against the listening server. Throws when a learner would not see what is promised. */
  try(house: House): Promise<void>;
}
