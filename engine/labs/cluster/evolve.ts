import type { Message } from "../../sentences/message.ts";
import type { LabFact } from "../lab-event.ts";
import type {
  Acks,
  BrokerState,
  ClusterEvent,
  LoginSettings,
  LoginStep,
  SeenBroker,
  SeenPartition,
} from "./events.ts";
import { applySendChange, type Send, withCounts } from "./sends.ts";

/** One run of the producer: its sends in order, and what happened to brokers meanwhile. */
export interface SendRun {
  run: number;
  acks: Acks;
  count: number;
  partition: number;
  /** In ms since 1970. */
  startedAt: number;
  ended: boolean;
  sends: Send[];
  brokerChanges: { ms: number; broker: number; state: BrokerState }[];
  /** Whether the sends were looked for in the log; why not, where they could not be. */
  counted: boolean | Message;
}

export interface ClusterState {
  version: string | null;
  brokers: SeenBroker[];
  topic: string | null;
  partitions: SeenPartition[];
  turn: { holder: "you" | "another" | "nobody"; ahead: number | null; endsAt: number | null };
  /** The newest last. */
  runs: SendRun[];
  login: { username: string; password: string; ca: string; addresses: string[] } | null;
  /** The newest first. */
  tries: { settings: LoginSettings; steps: LoginStep[] }[];
}

const mostRuns = 6;
const mostTries = 8;

export const initialState = (): ClusterState => ({
  version: null,
  brokers: [],
  topic: null,
  partitions: [],
  turn: { holder: "nobody", ahead: null, endsAt: null },
  runs: [],
  login: null,
  tries: [],
});

/** The fold for the screen of the lab about a cluster. */
export function evolve(state: ClusterState, fact: LabFact, at: number): ClusterState {
  const event = fact as ClusterEvent;
  switch (event.type) {
    case "ClusterSeen":
      return { ...state, ...event.data };
    case "BrokerChanged":
      return withBroker(state, event.data.broker, event.data.state, at);
    case "PartitionsSeen":
      return { ...state, ...event.data };
    case "TurnChanged": {
      const { seconds, ...turn } = event.data;
      return { ...state, turn: { ...turn, endsAt: seconds === null ? null : at + seconds * 1_000 } };
    }
    case "SendsStarted": {
      const started = { startedAt: at, ended: false, sends: [], brokerChanges: [], counted: false };
      return { ...state, runs: [...state.runs, { ...event.data, ...started }].slice(-mostRuns) };
    }
    case "SendsReported":
      return withRun(state, event.data.run, (run) => ({
        ...run,
        sends: event.data.changes.reduce(applySendChange, run.sends),
      }));
    case "SendsEnded":
      return withRun(state, event.data.run, (run) => ({ ...run, ended: true }));
    case "LogCounted":
      return withRun(state, event.data.run, (run) => ({
        ...run,
        counted: true,
        sends: withCounts(run.sends, event.data.copies),
      }));
    case "LogNotCounted":
      return withRun(state, event.data.run, (run) => ({ ...run, counted: event.data.message }));
    case "LoginOffered":
      return { ...state, login: event.data };
    case "LoginTried":
      return { ...state, tries: [event.data, ...state.tries].slice(0, mostTries) };
    default:
      return state;
  }
}

function withBroker(state: ClusterState, id: number, now: BrokerState, at: number): ClusterState {
  const brokers = state.brokers.map((broker) => (broker.broker === id ? { ...broker, state: now } : broker));
  const runs = state.runs.map((run) =>
    run.ended
      ? run
      : { ...run, brokerChanges: [...run.brokerChanges, { ms: at - run.startedAt, broker: id, state: now }] },
  );
  return { ...state, brokers, runs };
}

function withRun(state: ClusterState, id: number, change: (run: SendRun) => SendRun): ClusterState {
  return { ...state, runs: state.runs.map((run) => (run.run === id ? change(run) : run)) };
}
