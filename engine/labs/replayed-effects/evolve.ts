import type { LabFact, LabFold } from "../lab-event.ts";
import type { LabLifecycleEvent } from "../lab-status.ts";
import { evolveTopics, type TopicLogs } from "../topics/topic-logs.ts";
import type { MailerRun, MailerStep, ReplayedEffectsEvent } from "./events.ts";
import { emptyInbox, type Inbox, sendMail } from "./inbox.ts";
import { replayedEffectsLimits } from "./limits.ts";
import type { Effect } from "./projector.ts";

/** A step as the screen shows it, with the inbox after it. */
export interface ShownStep extends MailerStep {
  mailsAfter: number;
  positionAfter: number | null;
}

/** The projector returned an effect while it was being rebuilt. */
export interface EffectAlarm extends Effect {
  offset: number;
  /** Whether the mail was sent again. */
  sent: boolean;
}

export interface ReplayedEffectsState {
  topics: TopicLogs;
  inbox: Inbox;
  /** The last run of the mailer, with its steps. */
  run: (MailerRun & { steps: ShownStep[]; ended: "end" | "failed" | null }) | null;
  /** Of the last run. */
  alarms: EffectAlarm[];
}

export const initialState = (): ReplayedEffectsState => ({
  topics: {},
  inbox: emptyInbox,
  run: null,
  alarms: [],
});

export function evolve(state: ReplayedEffectsState, fact: LabFact): ReplayedEffectsState {
  const event = fact as ReplayedEffectsEvent | LabLifecycleEvent;
  switch (event.type) {
    case "MailerStarted":
      return { ...state, run: { ...event.data, steps: [], ended: null }, alarms: [] };
    case "RecordProjected":
      return evolveStep(state, event.data);
    case "MailerStopped":
      return state.run ? { ...state, run: { ...state.run, ended: event.data.reason } } : state;
    // With the session the topic, the group and the inbox are gone.
    case "LabClosed":
      return initialState();
    default: {
      const topics = evolveTopics(state.topics, event as ReplayedEffectsEvent & { type: "TopicMade" });
      return topics === state.topics ? state : { ...state, topics };
    }
  }
}

function evolveStep(state: ReplayedEffectsState, step: MailerStep): ReplayedEffectsState {
  const { run } = state;
  if (!run) return state;
  const { effects, offset, held, rebuild } = step;
  const inbox = held
    ? state.inbox
    : effects.reduce((before, { to, order }) => sendMail(before, { to, order, offset }), state.inbox);
  const shown = { ...step, mailsAfter: inbox.mails.length, positionAfter: inbox.position };
  const alarms = rebuild ? effects.map((effect) => ({ ...effect, offset, sent: !held })) : [];
  return {
    ...state,
    inbox,
    run: { ...run, steps: [...run.steps, shown].slice(-replayedEffectsLimits.steps) },
    alarms: [...state.alarms, ...alarms].slice(-replayedEffectsLimits.steps),
  };
}

export const replayedEffectsFold: LabFold<ReplayedEffectsState> = { initialState, evolve };
