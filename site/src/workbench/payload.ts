export type { Exercise, ExercisePayload, PanelName } from "../../../engine/protocol/exercise-page.ts";
