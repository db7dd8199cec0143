import type { CaptureState } from "../../../../engine/labs/change-capture/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type CaptureStore = LabStore<CaptureState>;
