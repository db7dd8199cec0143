import { computed, effect, type ReadableAtom } from "nanostores";

type Values<Stores extends ReadableAtom[]> = {
  [Place in keyof Stores]: Stores[Place] extends ReadableAtom<infer Value> ? Value : never;
};

/**
 * Calls `run` with the values of the stores, at once and after each change, never twice with the same values. The function
 * that `run` returns is called before the next call and at the end. Returns how to stop.
 */
export function onChange<Stores extends ReadableAtom[]>(
  stores: [...Stores],
  // biome-ignore lint/suspicious/noConfusingVoidType: as in React, an effect may return how to clean up
  run: (...values: Values<Stores>) => (() => void) | void,
): () => void {
  const $all = computed(stores as ReadableAtom[], (...values) => values as Values<Stores>);
  return effect($all, (values) => run(...values));
}
