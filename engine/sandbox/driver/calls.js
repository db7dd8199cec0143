/** The calls the host makes into the learner's code, as the methods of one object. */
import { answer, answerValue } from "./answers.js";
import { apply, create, freeze, ownKeys, parse, stringify } from "./built-ins.js";
import { decide, evolve, exported, initialStateOf, setExported } from "./exported.js";
import { lane } from "./fold-lane.js";
import { breakpoint, breakpointHolds, stateOrViews, watch, watchedList } from "./watches.js";

let frozen = true;
const states = create(null);
/** The state and the event that the learner's code was given last; for watches the states of all read models. */
let given, givenEvent;
const givenStates = create(null);

function freezeTree(value) {
  if (typeof value !== "object" || value === null) return;
  freeze(value);
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) freezeTree(value[keys[i]]);
}

function frozenJson(text) {
  const value = parse(text);
  freezeTree(value);
  return value;
}

function giveEvent(text) {
  givenEvent = frozen ? frozenJson(text) : parse(text);
  return givenEvent;
}

function isView(value) {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof value.initialView === "function" &&
    typeof value.project === "function"
  );
}

export const calls = {
  __proto__: lane,
  /** Answers the names of what the learner exports, with their types. */
  open(namespace, freezing) {
    frozen = freezing;
    return answer(() => {
      setExported(namespace);
      let kinds = "";
      const names = ownKeys(namespace);
      for (let i = 0; i < names.length; i++) {
        if (typeof names[i] !== "string") continue;
        const value = namespace[names[i]];
        kinds +=
          (kinds === "" ? "" : ",") +
          stringify(names[i]) +
          ":" +
          stringify(isView(value) ? "view" : typeof value);
      }
      return "={" + kinds + "}";
    });
  },
  /** Answers the initial state, and keeps it under the slot. */
  begin(slot, view) {
    return answer(() => {
      const state = initialStateOf(view);
      const text = answerValue(state, frozen);
      states[slot] = state;
      return text;
    });
  },
  /** Puts a state that was written before in the slot. */
  restore(slot, stateText) {
    return answer(() => {
      const state = parse(stateText);
      const text = answerValue(state, frozen);
      states[slot] = state;
      return text;
    });
  },
  /** Applies one event to the state in the slot. */
  step(slot, view, eventText) {
    return answer(() => {
      const event = giveEvent(eventText);
      const state = states[slot];
      given = state;
      givenStates[view] = state;
      const next = view === "" ? evolve(state, event) : exported[view].project(state, event);
      const text = answerValue(next, frozen);
      states[slot] = next;
      return text;
    });
  },
  /** Takes an expression to be asked after each step: the breakpoint, or one more watch. */
  watch(text, breaking) {
    return answer(() => {
      watch(text, breaking);
      return "=true";
    });
  },
  /** Answers what they say of the step that was made last, of this slot of these read models. */
  watched(slot, namesText, key) {
    return answer(() => {
      const names = parse(namesText);
      const state = stateOrViews(names, (name) => states[slot + "\0" + name]);
      const before = stateOrViews(names, (name) => givenStates[name]);
      const held = breakpoint !== null && breakpointHolds(state, before, givenEvent, key);
      return '={"watched":' + watchedList(state, before, givenEvent, key) + ',"breaks":' + held + "}";
    });
  },
  /** Answers the state that was given last, as it is now: in an unfrozen fold it may have been changed in place. */
  peek() {
    return answer(() => answerValue(given, false));
  },
  /** Answers the event that was given last, as it is now. */
  peekEvent() {
    return answer(() => answerValue(givenEvent, false));
  },
  decide(slot, commandText) {
    return answer(() => {
      const command = frozenJson(commandText);
      given = states[slot];
      return answerValue(decide(command, given), true);
    });
  },
  upcast(eventText) {
    return answer(() => answerValue(exported.upcast(giveEvent(eventText)), frozen));
  },
  describe(thrown) {
    return answer(() => {
      throw thrown;
    });
  },
  call(name, argsText) {
    return answer(() => answerValue(apply(exported[name], undefined, frozenJson(argsText)), true));
  },
};
