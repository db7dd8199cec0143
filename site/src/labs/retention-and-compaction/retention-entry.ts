import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

export const retentionEntry: LabEntry = {
  id: "retention-and-compaction",
  words: { ...words, minutes: 15 },
  // A log whose first records are outlines only, and below it the few that compaction left.
  lines:
    "M8 14 h10 v10 h-10 Z M22 14 h10 v10 h-10 Z M36 14 h10 v10 h-10 Z M50 8 V30 M8 42 H104 M22 46 h10 v10 h-10 Z M50 46 h10 v10 h-10 Z",
  areas:
    "M54 14 h10 v10 h-10 Z M68 14 h10 v10 h-10 Z M82 14 h10 v10 h-10 Z M36 46 h10 v10 h-10 Z M78 46 h10 v10 h-10 Z M92 46 h10 v10 h-10 Z",
  load: async () => (await import("./retention-part.ts")).retentionPart,
  recording: async () =>
    (await import("../../../../engine/labs/retention-and-compaction/recording.json")).default as never,
};
