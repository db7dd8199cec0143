import type { LabFact, LabFold } from "../lab-event.ts";
import type { TopicEvent } from "../topics/topic-events.ts";
import { evolveTopics, heldRecords, type TopicLogs } from "../topics/topic-logs.ts";
import type { AuditedTopic, RetentionEvent, StreamStopReason } from "./events.ts";
import { balanceOf, type Contents, type Target } from "./facts.ts";
import { shownTopics } from "./topic-names.ts";

/** The fold's answer at one moment: from what the log holds, and from all that it ever held. */
export interface BalancePoint {
  at: number;
  held: number;
  ever: number;
}

/** How many records the two topics hold at one moment. */
export interface CountPoint {
  at: number;
  whole: number;
  compacted: number;
}

export interface RetentionState {
  topics: TopicLogs;
  contents: Contents;
  /** The streams that run, each with its pause in ms. */
  streams: Partial<Record<Target, number>>;
  /** Why those stopped that do not run any more. */
  stopped: Partial<Record<Target, StreamStopReason>>;
  balances: BalancePoint[];
  counts: CountPoint[];
  /** The newest audit of each topic, the newest first. */
  audits: AuditedTopic[];
}

/** So many moments are kept; then every other one is dropped. */
const mostPoints = 400;
const mostAudits = 6;

export const initialState = (): RetentionState => ({
  topics: {},
  contents: "whole values",
  streams: {},
  stopped: {},
  balances: [],
  counts: [],
  audits: [],
});

export function evolve(state: RetentionState, fact: LabFact, at: number): RetentionState {
  const event = fact as RetentionEvent;
  switch (event.type) {
    case "PairMade":
      return { ...state, contents: event.data.contents, counts: [] };
    case "StreamStarted":
      return { ...state, streams: { ...state.streams, [event.data.to]: event.data.everyMs } };
    case "StreamStopped": {
      const { [event.data.to]: _, ...streams } = state.streams;
      const stopped = { ...state.stopped, [event.data.to]: event.data.reason };
      return { ...state, streams, stopped };
    }
    case "TopicAudited": {
      const others = state.audits.filter(({ topic }) => topic !== event.data.topic);
      return { ...state, audits: [event.data, ...others].slice(0, mostAudits) };
    }
    default:
      return withTopicEvent(state, event as TopicEvent, at);
  }
}

export const retentionFold: LabFold<RetentionState> = { initialState, evolve };

function withTopicEvent(state: RetentionState, event: TopicEvent, at: number): RetentionState {
  const topics = evolveTopics(state.topics, event);
  if (topics === state.topics) return state;
  if (event.data.topic === shownTopics.log) {
    const before = event.type === "TopicMade" ? [] : state.balances;
    return { ...state, topics, balances: thinned([...before, ...balancePoint(topics, at)]) };
  }
  return { ...state, topics, counts: thinned([...state.counts, countPoint(topics, at)]) };
}

function balancePoint(topics: TopicLogs, at: number): BalancePoint[] {
  const log = topics[shownTopics.log];
  return log ? [{ at, held: balanceOf(heldRecords(log)), ever: balanceOf(log.records) }] : [];
}

function countPoint(topics: TopicLogs, at: number): CountPoint {
  const count = (topic: string) => {
    const log = topics[topic];
    return log ? heldRecords(log).length : 0;
  };
  return { at, whole: count(shownTopics.whole), compacted: count(shownTopics.compacted) };
}

function thinned<Point>(points: Point[]): Point[] {
  if (points.length <= mostPoints) return points;
  return points.filter((_, n) => n % 2 === 0 || n === points.length - 1);
}
