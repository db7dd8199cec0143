import type { LabEvent, LabFold } from "./lab-event.ts";
import { evolveLabStatus, initialLabStatus, type LabStatus } from "./lab-status.ts";

/** All that a lab's page shows, folded from its events. */
export interface LabScreen<State = unknown> {
  status: LabStatus;
  state: State;
}

export function initialScreen<State>(fold: LabFold<State>): LabScreen<State> {
  return { status: initialLabStatus(), state: fold.initialState() };
}

/** The screen after one more event. At a reset the lab's own state begins anew, and the session goes on. */
export function evolveScreen<State>(
  fold: LabFold<State>,
  { status, state }: LabScreen<State>,
  { event, at }: LabEvent,
): LabScreen<State> {
  if (event.type === "LabReset") return { status, state: fold.initialState() };
  return { status: evolveLabStatus(status, event, at), state: fold.evolve(state, event, at) };
}
