import { createContext, useContext } from "react";
import type { FoldSession, Where } from "../session/session.ts";
import type { BenchMemory, ExerciseMemory } from "./memory.ts";
import type { Exercise, ExercisePayload, PanelName } from "./payload.ts";
import type { usePredict } from "./predict/use-predict.ts";
import type { Bench } from "./use-bench.ts";

/** On a narrow screen one of these is seen at a time. */
export type Pane = "state" | "code" | "tabs";

/** The tab that is chosen, and the record it is to be about where one was pointed at. */
export interface ChosenTab {
  name: string;
  about?: string;
}

/** What the parts of one exercise's workbench share. */
export interface BenchParts {
  payload: ExercisePayload;
  exercise: Exercise;
  /** Null while the page is being hydrated. */
  session: FoldSession | null;
  where: Where;
  bench: Bench;
  /** What the browser remembers of this exercise, and how the learner likes the workbench. */
  memory: ExerciseMemory;
  change(part: Partial<ExerciseMemory>): void;
  liking: BenchMemory;
  changeLiking(part: Partial<BenchMemory>): void;
  form: "code" | "order";
  prediction: ReturnType<typeof usePredict>;
  /** The step under the cursor in plain words. */
  told: string;
  /** The card of the step under the cursor, -1 before the first. */
  currentCard: number;
  /** Whether a panel is on screen. */
  isOpen(panel: PanelName | "more"): boolean;
  open(...panels: (PanelName | "more")[]): void;
  openCode(): void;
  showPane(pane: Pane): void;
  tab: ChosenTab;
  /** Brings a tab to the front, also one that is there for later. */
  showTab(name: string, about?: string): void;
  run(): void;
  check(): void;
  /** Reads a sentence out through the workbench's one live region. */
  say(text: string): void;
}

const Parts = createContext<BenchParts | null>(null);

export const BenchPartsProvider = Parts.Provider;

/** Throws outside a workbench. */
export function useBenchParts(): BenchParts {
  const parts = useContext(Parts);
  if (!parts) throw new Error("A part of the workbench stands outside of one.");
  return parts;
}
