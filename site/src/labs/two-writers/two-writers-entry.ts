import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

export const twoWritersEntry: LabEntry = {
  id: "two-writers",
  words: { ...words, minutes: 15 },
  // Two arrows that meet at one seat.
  lines:
    "M8 14 H34 L46 26 M40 26 H46 V20 M8 50 H34 L46 38 M40 38 H46 V44 M54 16 V42 H78 V54 M54 42 V54 M86 16 h18 M86 28 h18 M86 40 h18",
  areas: "M58 34 h20 v8 h-20 Z M54 14 h6 v28 h-6 Z",
  load: async () => (await import("./two-writers-part.ts")).twoWritersPart,
  recording: async () =>
    (await import("../../../../engine/labs/two-writers/recording.json")).default as never,
};
