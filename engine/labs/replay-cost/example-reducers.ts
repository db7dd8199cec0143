/** Reducers for any log: one that keeps the snapshot law, and the usual ways to break it. */
export const exampleReducers = {
  pure: `export function initialState() {
  return { events: 0, byType: {} };
}
export function evolve(state, event) {
  const before = state.byType[event.type] ?? 0;
  return { events: state.events + 1, byType: { ...state.byType, [event.type]: before + 1 } };
}
`,
  outside: `// The counter lives outside the state. A snapshot does not hold it.
let events = 0;
export function initialState() {
  return { events: 0 };
}
export function evolve(state, event) {
  events = events + 1;
  return { events };
}
`,
  date: `// A Date in the state: JSON has no dates.
export function initialState() {
  return { events: 0, last: null };
}
export function evolve(state, event) {
  return { events: state.events + 1, last: new Date(event.metadata.occurredAt) };
}
`,
  map: `// A Map in the state: JSON would write it as {}.
export function initialState() {
  return { byType: new Map() };
}
export function evolve(state, event) {
  const before = state.byType.get(event.type) ?? 0;
  return { byType: new Map([...state.byType, [event.type, before + 1]]) };
}
`,
  undefined: `// A field that is undefined: JSON would leave it out.
export function initialState() {
  return { events: 0, last: undefined };
}
export function evolve(state, event) {
  return { events: state.events + 1, last: event.type };
}
`,
} as const;

export type ExampleReducer = keyof typeof exampleReducers;
