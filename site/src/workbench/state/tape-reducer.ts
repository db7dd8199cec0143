import { addTraceMessages } from "./add-trace-messages.ts";
import { clampToTrace, isEmptyTrace, lastIndex } from "./grow-trace.ts";
import { openWindow, seek } from "./long-fold.ts";
import type { TapeAction, TapeState } from "./tape-state.ts";

/** The tape after an action. */
export function reduceTape(state: TapeState, action: TapeAction): TapeState {
  switch (action.type) {
    case "go":
      return { ...state, cursor: clampToTrace(action.to, state.tape.trace), playing: false };
    case "play": {
      const atEnd = state.cursor >= lastIndex(state.tape.trace);
      return { ...state, playing: true, cursor: atEnd ? -1 : state.cursor };
    }
    case "pause":
      return { ...state, playing: false };
    case "tick": {
      if (!state.playing) return state;
      const cursor = clampToTrace(state.cursor + 1, state.tape.trace);
      return {
        ...state,
        cursor,
        playing: cursor < lastIndex(state.tape.trace) && !action.breaks.includes(cursor),
      };
    }
    case "run":
      return {
        ...state,
        playing: false,
        running: {
          id: action.id,
          tape: action.tape,
          arrived: null,
          landing: action.landing,
          progress: null,
          breaks: [],
        },
      };
    case "arrive":
      return addTraceMessages(state, action.id, action.messages);
    case "abandon":
      return state.running?.id === action.id ? { ...state, running: null } : state;
    case "diverge": {
      const lesson = { ...state.lesson, divergence: action.index };
      return state.tape.kind === "lesson" ? { ...state, lesson, tape: lesson } : { ...state, lesson };
    }
    case "back":
      return {
        ...state,
        tape: state.lesson,
        cursor: clampToTrace(state.lessonCursor, state.lesson.trace),
        playing: false,
      };
    case "seek": {
      const { tape } = state;
      if (!tape.long) return state;
      const { long, cursor } = seek(tape.long, action.place);
      const { playing } = action;
      return { ...state, tape: { ...tape, long }, cursor: cursor ?? state.cursor, playing };
    }
    case "window":
      return openedAt(state, action);
  }
}

function openedAt(state: TapeState, action: Extract<TapeAction, { type: "window" }>): TapeState {
  const { tape } = state;
  const { trace } = action;
  if (tape.long?.runId !== action.runId) return state;
  if (isEmptyTrace(trace) && action.stopped === null) {
    const long = { ...tape.long, loading: false, problem: trace.end };
    return { ...state, tape: { ...tape, long }, playing: false };
  }
  const { long, cursor } = openWindow(trace, tape.long, action);
  return { ...state, tape: { ...tape, trace, long }, cursor };
}
