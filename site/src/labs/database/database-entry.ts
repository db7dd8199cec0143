import type { LabRecording } from "../../../../engine/labs/lab-recording.ts";
import { databaseLabWords } from "../../../../language/english/database-lab.ts";
import type { LabEntry } from "../lab-entry.ts";

const { title, about, breaks, needs } = databaseLabWords;

/** The database lab; its code is loaded where it is opened. */
export const databaseEntry: LabEntry = {
  id: "database",
  words: { title, about, breaks, needs, minutes: 20 },
  lines: "M14 14h30M14 26h30M68 14h30M68 26h30M29 32l22 14M83 32L61 46",
  areas: "M44 44h24v12h-24z",
  load: async () => (await import("./database-lab.tsx")).databasePart,
  recording: async () =>
    (await import("../../../../engine/labs/database/recording.json")).default as LabRecording,
};
