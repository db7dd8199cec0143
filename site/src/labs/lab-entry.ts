import type { ComponentType } from "react";
import type { LabFold } from "../../../engine/labs/lab-event.ts";
import type { LabId } from "../../../engine/labs/lab-ids.ts";
import type { LabRecording } from "../../../engine/labs/lab-recording.ts";
import type { BrowserWork } from "./browser-lab.ts";
import type { LabStore } from "./lab-store.ts";

/** What the list of labs says of one. It is in `language/english/`. */
export interface LabWords {
  title: string;
  /** What a learner does there, in one or two sentences. */
  about: string;
  /** What can be broken: the end of "What you can break:". */
  breaks: string;
  /** The systems it needs, with versions: "PostgreSQL 18". */
  needs: string;
  minutes: number;
}

/** A lab as its code arrives on a page: the fold for its screen, and what draws it. */
export interface LabPart<State> {
  fold: LabFold<State>;
  Panel: ComponentType<{ lab: LabStore<State>; exercise?: string }>;
  /** What does the work of a lab that runs in this browser; absent where a server does it. */
  worksHere?: () => BrowserWork;
}

/** A lab as the list and the pages know it before its code has come. */
export interface LabEntry {
  id: LabId;
  words: LabWords;
  /** Its picture, 112 × 64 units: an SVG path of lines, and one of areas. */
  lines: string;
  areas: string;
  load(): Promise<LabPart<never>>;
  /** Absent for a lab that runs in the browser: it works without a server. */
  recording?(): Promise<LabRecording>;
}

/** Gives a lab's part its place in the list: what one lab's panel needs of its state is its own affair. */
export const labPart = <State>(part: LabPart<State>) => part as unknown as LabPart<never>;
