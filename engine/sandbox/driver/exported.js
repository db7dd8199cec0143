/** What the learner's module exports. Its functions are taken out once. */
export let exported = null;
export let evolve, decide;

export function setExported(namespace) {
  exported = namespace;
  evolve = namespace.evolve;
  decide = namespace.decide;
}

/** The initial state of the reducer (an empty name), or of a read model. */
export const initialStateOf = (view) =>
  view === "" ? exported.initialState() : exported[view].initialView();
