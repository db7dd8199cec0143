import { isObject, type Json } from "../../engine/fold/json.ts";
import { articlesOf } from "./articles-of-state.ts";
import { balancesOf } from "./balances-of-state.ts";
import { linesOf } from "./cart-lines.ts";
import { seatsOf } from "./seat-plan.ts";
import { tablesIn } from "./tables-of-state.ts";

/** Which of the domain views draws this state, by its shape. A state that is one value needs none. */
export function viewForState(
  state: Json,
): "board" | "seats" | "account" | "cart" | "newsroom" | "table" | "none" {
  if (isObject(state) && isObject(state.squares)) return "board";
  if (seatsOf(state) !== null) return "seats";
  if (balancesOf(state) !== null) return "account";
  if (linesOf(state) !== null) return "cart";
  if (articlesOf(state) !== null) return "newsroom";
  return tablesIn(state).length > 0 ? "table" : "none";
}
