import type * as page from "../../../engine/protocol/exercise-types.ts";
import type { FoldedLog } from "./folded-log.ts";
import type { SharedPlayground } from "./link/shared-link-types.ts";

export type { Exercise, PanelName } from "../../../engine/protocol/exercise-types.ts";

export interface ExercisePayload extends page.ExercisePayload {
  /**
   * Put together by the page: no server knows such an exercise. `here` with a log that the page holds, which is folded
   * in this browser and sent nowhere; `topic` with one that lies in Kafka. Absent for an exercise of a catalog.
   */
  made?: "here" | "topic";
  /** How all of the log is folded, where `records` hold its beginning only. */
  whole?: FoldedLog;
  /** How the log goes into a link, where the page has put it together and it can go into one. */
  shared?: SharedPlayground;
}
