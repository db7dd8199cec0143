import type { Event } from "../engine/fold/event.ts";

/** What a component of a lesson's `scenes.tsx` gets: it is drawn beside the state of the workbench. */
export interface SceneProps {
  /** The events folded so far, in their order; empty before the first record. */
  events: Event[];
}
