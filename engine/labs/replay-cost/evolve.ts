import type { Coverage } from "../../fold/laws/upcaster-coverage.ts";
import type { LabFact, LabFold } from "../lab-event.ts";
import type {
  IntervalCost,
  LawResult,
  MeasuringEnd,
  ReplayCostEvent,
  ReplayPoint,
  RestoredSnapshot,
  Snapshot,
} from "./events.ts";

export interface ReplayCostState {
  measurement: Measurement | null;
  law: { exercise: string; result: LawResult } | null;
  kept: { exercise: string; snapshot: Snapshot } | null;
  /** What the kept snapshot came to with the code of now. */
  restored: RestoredSnapshot | null;
  coverage: { exercise: string; rows: Coverage[] } | null;
}

export interface Measurement {
  exercise: string;
  /** Records of the log. */
  count: number;
  reducerVersion: string;
  /** The fold of the whole log. */
  points: ReplayPoint[];
  intervals: IntervalCost[];
  /** The pass with snapshots that is under way. */
  pass: { interval: number; records: number } | null;
  ended: { reason: MeasuringEnd; message: string } | null;
}

const initialState = (): ReplayCostState => ({
  measurement: null,
  law: null,
  kept: null,
  restored: null,
  coverage: null,
});

function evolve(state: ReplayCostState, fact: LabFact): ReplayCostState {
  const event = fact as ReplayCostEvent;
  switch (event.type) {
    case "LawChecked":
      return { ...state, law: event.data };
    case "SnapshotKept":
      return { ...state, kept: event.data, restored: null };
    case "SnapshotRestored":
      return { ...state, restored: event.data };
    case "VersionsRead":
      return { ...state, coverage: event.data };
    default: {
      const measurement = evolveMeasurement(state.measurement, event);
      return measurement === state.measurement ? state : { ...state, measurement };
    }
  }
}

function evolveMeasurement(before: Measurement | null, event: ReplayCostEvent): Measurement | null {
  if (event.type === "MeasuringStarted")
    return { ...event.data, points: [], intervals: [], pass: null, ended: null };
  if (!before) return before;
  switch (event.type) {
    case "LogFolded":
      return { ...before, points: [...before.points, event.data] };
    case "SnapshotsProgressed":
      return { ...before, pass: event.data };
    case "IntervalMeasured":
      return { ...before, intervals: [...before.intervals, event.data] };
    case "MeasuringEnded":
      return { ...before, pass: null, ended: event.data };
    default:
      return before;
  }
}

/** The fold for the screen of the lab. */
export const replayCostFold: LabFold<ReplayCostState> = { initialState, evolve };
