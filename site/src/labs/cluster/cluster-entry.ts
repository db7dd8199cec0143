import { clusterLabWords } from "../../../../language/english/cluster-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

const { title, about, breaks, needs } = clusterLabWords;

/** Three brokers, one of them struck through, and the records between them. */
export const clusterEntry: LabEntry = {
  id: "cluster",
  words: { title, about, breaks, needs, minutes: 25 },
  lines:
    "M8 10h28v44H8z M42 10h28v44H42z M76 10h28v44H76z M78 12l24 40 M102 12l-24 40 M36 22h6 M70 22h6 M36 42h6 M70 42h6",
  areas: "M13 17h18v6H13z M47 17h18v6H47z M13 29h18v6H13z M47 29h18v6H47z M13 41h18v6H13z",
  load: async () => (await import("./cluster-lab.tsx")).clusterPart,
  recording: async () => (await import("../../../../engine/labs/cluster/recording.json")).default as never,
};
