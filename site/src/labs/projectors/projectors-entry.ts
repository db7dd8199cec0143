import { projectorsWords as words } from "../../../../language/english/projectors-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

const { title, about, breaks, needs } = words;

export const projectorsEntry: LabEntry = {
  id: "projectors",
  words: { title, about, breaks, needs, minutes: 15 },
  // Three records, an arrow with a crash on it, and a table.
  lines:
    "M8 26 h10 v12 h-10 Z M22 26 h10 v12 h-10 Z M36 26 h10 v12 h-10 Z M50 32 h22 M56 26 l10 12 M66 26 l-10 12 M78 14 h26 v36 h-26 Z M78 26 h26 M78 38 h26",
  areas: "M78 14 h26 v12 h-26 Z",
  load: async () => (await import("./projectors-part.ts")).projectorsPart,
  recording: async () => (await import("../../../../engine/labs/projectors/recording.json")).default as never,
};
