import { captureWords as words } from "../../../../language/english/capture-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

const { title, about, breaks, needs } = words;

export const captureEntry: LabEntry = {
  id: "change-capture",
  words: { title, about, breaks, needs, minutes: 20 },
  // A table, an arrow, and three records that came out of it.
  lines: "M8 14 h34 v36 h-34 Z M8 26 h34 M8 38 h34 M20 14 v36 M48 32 h12 m-5 -5 l5 5 l-5 5",
  areas: "M68 26 h10 v12 h-10 Z M82 26 h10 v12 h-10 Z M96 26 h10 v12 h-10 Z",
  load: async () => (await import("./capture-part.ts")).capturePart,
  recording: async () =>
    (await import("../../../../engine/labs/change-capture/recording.json")).default as never,
};
