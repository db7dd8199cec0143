import { replayedEffectsWords as words } from "../../../../language/english/replayed-effects-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

export const replayedEffectsEntry: LabEntry = {
  id: "replayed-effects",
  words: { ...words, minutes: 10 },
  // Three records, a way back to the first, and five envelopes.
  lines:
    "M8 40 h12 v12 h-12 Z M26 40 h12 v12 h-12 Z M44 40 h12 v12 h-12 Z M50 32 C50 12 14 12 14 30 M9 25 L14 31 L20 26 M66 12 h16 v10 h-16 Z M66 12 l8 6 l8 -6 M88 12 h16 v10 h-16 Z M88 12 l8 6 l8 -6 M66 28 h16 v10 h-16 Z M66 28 l8 6 l8 -6",
  areas: "M88 28 h16 v10 h-16 Z M66 44 h16 v10 h-16 Z",
  load: async () => (await import("./replayed-effects-part.ts")).replayedEffectsPart,
  recording: async () =>
    (await import("../../../../engine/labs/replayed-effects/recording.json")).default as never,
};
