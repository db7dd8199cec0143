import type { LabFact, LabFold } from "../lab-event.ts";
import { evolveTopics, type TopicLogs } from "../topics/topic-logs.ts";
import type { Throw, TopicsAndKeysEvent } from "./events.ts";

export interface TopicsAndKeysState {
  topics: TopicLogs;
  /** What was thrown into the topics that are there, in order. */
  throws: Throw[];
}

export const initialState = (): TopicsAndKeysState => ({ topics: {}, throws: [] });

export function evolve(state: TopicsAndKeysState, fact: LabFact): TopicsAndKeysState {
  const event = fact as TopicsAndKeysEvent;
  switch (event.type) {
    case "EventsThrown":
      return { ...state, throws: [...state.throws, event.data] };
    case "TopicMade":
    case "TopicRemoved": {
      const throws = state.throws.filter(({ topic }) => topic !== event.data.topic);
      return { topics: evolveTopics(state.topics, event), throws };
    }
    default: {
      const topics = evolveTopics(state.topics, event);
      return topics === state.topics ? state : { ...state, topics };
    }
  }
}

export const topicsAndKeysFold: LabFold<TopicsAndKeysState> = { initialState, evolve };
