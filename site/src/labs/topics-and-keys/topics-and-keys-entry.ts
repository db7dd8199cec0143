import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

export const topicsAndKeysEntry: LabEntry = {
  id: "topics-and-keys",
  words: { ...words, minutes: 15 },
  // A key on its way to one of four lanes; one lane has most of the records.
  lines:
    "M8 32 H24 M40 32 C52 32 52 10 62 10 H104 M40 32 C52 32 52 25 62 25 H104 M40 32 C52 32 52 40 62 40 H104 M40 32 C52 32 52 55 62 55 H104 M24 24 H40 V40 H24 Z",
  areas: "M66 6 h8 v8 h-8 Z M66 21 h8 v8 h-8 Z M77 21 h8 v8 h-8 Z M88 21 h8 v8 h-8 Z M66 51 h8 v8 h-8 Z",
  load: async () => (await import("./topics-and-keys-part.ts")).topicsAndKeysPart,
  recording: async () =>
    (await import("../../../../engine/labs/topics-and-keys/recording.json")).default as never,
};
