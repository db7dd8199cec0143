import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import { member, type Part, partsOf } from "./state-change.ts";
import { type Table, tablesIn } from "./tables-of-state.ts";

/** One account as it is drawn. `by` is how much its balance moved at this step, where both are numbers. */
export interface Balance extends Part {
  by: number;
}

/** The balances of a state, from `balances` by account or from a single `balance`; null when it has neither. */
export function balancesOf(state: Json | undefined): JsonObject | null {
  const many = member(state, "balances");
  if (isObject(many)) return many;
  const one = member(state, "balance");
  return one === undefined ? null : { "": one };
}

/** The balances to draw, in the state's own order, those that have just gone at the end. */
export function balances(state: Json, before?: Json): Balance[] {
  const was = before === undefined ? undefined : (balancesOf(before) ?? {});
  return partsOf(balancesOf(state) ?? {}, was).map((part) => {
    const [now, then] = [part.now, part.was];
    const by = typeof now === "number" ? now - (typeof then === "number" ? then : 0) : 0;
    return { ...part, by };
  });
}

/** What the balances are made of: everything else in the state that is a list or an object of like things. */
export function entriesOf(state: Json, before?: Json): Table[] {
  const [now, was] = [others(state), before === undefined ? undefined : others(before)];
  return tablesIn(now, was).filter(({ path }) => path !== "");
}

function others(state: Json): JsonObject {
  if (!isObject(state)) return {};
  const { balances: _, balance: __, ...rest } = state;
  return rest;
}
