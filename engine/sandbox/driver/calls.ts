/** The calls the host makes into the learner's code, as the methods of one object. */
export const calls = `
let exported = null;
let evolve, decide;
let frozen = true;
const states = create(null);
/* The state and the event that the learner's code was given last; for watches the states of all read models. */
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

return {
  __proto__: lane,
  /* Names of what the learner exports, with their types, as JSON. */
  open(namespace, freezing) {
    exported = namespace;
    frozen = freezing;
    return answer(() => {
      evolve = namespace.evolve;
      decide = namespace.decide;
      let kinds = "";
      const names = ownKeys(namespace);
      for (let i = 0; i < names.length; i++) {
        if (typeof names[i] !== "string") continue;
        const value = namespace[names[i]];
        const view = typeof value === "object" && value !== null
          && typeof value.initialView === "function" && typeof value.project === "function";
        kinds += (kinds === "" ? "" : ",") + stringify(names[i]) + ":" + stringify(view ? "view" : typeof value);
      }
      return "={" + kinds + "}";
    });
  },
  /* The initial state, kept under the slot. */
  begin(slot, view) {
    return answer(() => {
      const state = view === "" ? exported.initialState() : exported[view].initialView();
      const text = told(state, frozen);
      states[slot] = state;
      return text;
    });
  },
  /* A state that was written before, put in the slot. */
  restore(slot, text) {
    return answer(() => {
      const state = parse(text);
      const answered = told(state, frozen);
      states[slot] = state;
      return answered;
    });
  },
  /* Applies one event to the state in the slot. */
  step(slot, view, eventText) {
    return answer(() => {
      const event = givenEvent = frozen ? frozenJson(eventText) : parse(eventText);
      const state = given = givenStates[view] = states[slot];
      const next = view === "" ? evolve(state, event) : exported[view].project(state, event);
      const text = told(next, frozen);
      states[slot] = next;
      return text;
    });
  },
  /* An expression to be asked after each step: the breakpoint, or one more watch. */
  watch(text, breaking) {
    return answer(() => {
      const asked = expression(text);
      if (breaking) breakpoint = asked;
      else defineProperty(watched, watched.length, { value: asked });
      return "=true";
    });
  },
  /* What they say of the step that was made last, of this slot of these read models. */
  watched(slot, namesText, key) {
    return answer(() => {
      const names = parse(namesText);
      const state = whole(names, (name) => states[slot + "\0" + name]);
      const before = whole(names, (name) => givenStates[name]);
      const held = breakpoint !== null && holds(state, before, givenEvent, key);
      return '={"watched":' + watchedList(state, before, givenEvent, key) + ',"breaks":' + held + "}";
    });
  },
  /* The state that was given last, as it is now: in an unfrozen fold it may have been changed in place. */
  peek() {
    return answer(() => told(given, false));
  },
  /* The same for the event. */
  peekEvent() {
    return answer(() => told(givenEvent, false));
  },
  decide(slot, commandText) {
    return answer(() => told(decide(frozenJson(commandText), (given = states[slot])), true));
  },
  upcast(eventText) {
    return answer(() => told(exported.upcast((givenEvent = frozen ? frozenJson(eventText) : parse(eventText))), frozen));
  },
  describe(thrown) {
    return answer(() => { throw thrown; });
  },
  call(name, argsText) {
    return answer(() => told(apply(exported[name], undefined, frozenJson(argsText)), true));
  },
};
`;
