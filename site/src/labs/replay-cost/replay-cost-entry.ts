import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

const { title, about, breaks, needs } = words;

export const replayCostEntry: LabEntry = {
  id: "replay-cost",
  words: { title, about, breaks, needs, minutes: 15 },
  // The time of a replay grows with the log; below it, the time from a snapshot stays low.
  lines: "M12 6 V56 H104 M12 56 L100 10 M12 56 L26 49 M38 56 L52 49 M64 56 L78 49 M90 56 L104 49",
  areas: "M34 52 h8 v8 h-8 Z M60 52 h8 v8 h-8 Z M86 52 h8 v8 h-8 Z",
  load: async () => (await import("./replay-cost-part.ts")).replayCostPart,
};
