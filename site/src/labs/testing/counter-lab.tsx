import type { LabEvent, LabFact } from "../../../../engine/labs/lab-event.ts";
import type { LabRecording } from "../../../../engine/labs/lab-recording.ts";
import { useStore } from "../../ui/use-store.ts";
import { type LabEntry, labPart } from "../lab-entry.ts";
import type { LabStore } from "../lab-store.ts";

export interface CounterState {
  count: number;
}

export const counterFold = {
  initialState: (): CounterState => ({ count: 0 }),
  evolve: (state: CounterState, { type, data }: LabFact) =>
    type === "Added" ? { count: state.count + (data as { by: number }).by } : state,
};

export function labEvent(index: number, type: string, data: unknown = {}): { kind: "lab-event" } & LabEvent {
  return { kind: "lab-event", index, at: 1_700_000_000_000 + index, event: { type, data } };
}

const recording: LabRecording = {
  system: "a counter of brass",
  events: [1, 2, 3].map((by, index) => {
    const { kind, ...event } = labEvent(index, "Added", { by });
    return event;
  }),
};

function CounterPanel({ lab }: { lab: LabStore<CounterState> }) {
  const count = useStore(lab.$screen, ({ state }) => state.count);
  const live = useStore(lab.$live);
  return (
    <>
      <output className="count">{count}</output>
      <button type="button" disabled={!live} onClick={() => void lab.send("Add", { by: 1 })}>
        Add
      </button>
    </>
  );
}

/** A lab whose panel is one number and one button. */
export const counterEntry = {
  id: "database",
  words: { title: "Counter", about: "Count.", breaks: "nothing", needs: "a counter", minutes: 1 },
  lines: "",
  areas: "",
  load: async () => labPart({ fold: counterFold, Panel: CounterPanel }),
  recording: async () => recording,
} satisfies LabEntry;
