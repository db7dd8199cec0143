import type { LabFact, LabFold } from "../lab-event.ts";
import type { LabLifecycleEvent } from "../lab-status.ts";
import { evolveTopics, type TopicLogs } from "../topics/topic-logs.ts";
import type { CountedView, CrashTry, ProjectorRun, ProjectorsEvent } from "./events.ts";
import { projectorsLimits } from "./limits.ts";
import type { ProjectorStep, StepOrder } from "./step-orders.ts";

export interface ShownRun extends ProjectorRun {
  from: number;
  to: number;
  steps: { offset: number; step: ProjectorStep | "read" }[];
  ended: "end" | "killed" | "failed" | null;
}

export interface ProjectorsState {
  topics: TopicLogs;
  /** The last run of the projector. */
  run: ShownRun | null;
  /** The views as they were last counted, by the order of their projector's steps. */
  views: Partial<Record<StepOrder, CountedView>>;
  /** Of the last try of every crash point. */
  tries: CrashTry[];
}

export const initialState = (): ProjectorsState => ({ topics: {}, run: null, views: {}, tries: [] });

export function evolve(state: ProjectorsState, fact: LabFact): ProjectorsState {
  const event = fact as ProjectorsEvent | LabLifecycleEvent;
  const { run } = state;
  switch (event.type) {
    case "ProjectorStarted":
      return { ...state, run: { ...event.data, steps: [], ended: null } };
    case "StepDone": {
      if (!run) return state;
      const steps = [...run.steps, event.data].slice(-projectorsLimits.steps);
      return { ...state, run: { ...run, steps } };
    }
    case "ProjectorStopped":
      return run ? { ...state, run: { ...run, ended: event.data.reason } } : state;
    case "ViewCounted":
      return { ...state, views: { ...state.views, [event.data.order]: event.data } };
    case "CrashPointsStarted":
      return { ...state, tries: [] };
    case "CrashPointTried":
      return { ...state, tries: [...state.tries, event.data] };
    // With the session the topic, the groups and the tables are gone.
    case "LabClosed":
      return initialState();
    default: {
      const topics = evolveTopics(state.topics, event as ProjectorsEvent & { type: "TopicMade" });
      return topics === state.topics ? state : { ...state, topics };
    }
  }
}

export const projectorsFold: LabFold<ProjectorsState> = { initialState, evolve };
