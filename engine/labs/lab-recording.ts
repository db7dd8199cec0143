import type { LabEvent, LabFold } from "./lab-event.ts";
import { evolveScreen, initialScreen, type LabScreen } from "./lab-screen.ts";

/** What happened in a lab on a real system, kept for pages without a server. A test writes it, never a person. */
export interface LabRecording {
  /** What it ran on, for people: `PostgreSQL 18.4`. */
  system: string;
  /** From the opened lab on, in order; the first has the index 0. */
  events: LabEvent[];
}

/** The screen after the first events of a recording. */
export function screenOfRecording<State>(
  fold: LabFold<State>,
  { events }: LabRecording,
  count: number,
): LabScreen<State> {
  return events
    .slice(0, count)
    .reduce((screen, event) => evolveScreen(fold, screen, event), initialScreen(fold));
}
