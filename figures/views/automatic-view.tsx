import type { ComponentType } from "react";
import type { Json } from "../../engine/fold/json.ts";
import { AccountView } from "./account-view.tsx";
import { CartView } from "./cart-view.tsx";
import { ChessBoardView } from "./chess-board-view.tsx";
import { NewsroomView } from "./newsroom-view.tsx";
import { SeatsView } from "./seats-view.tsx";
import { TableView } from "./table-view.tsx";
import { viewForState } from "./view-for-state.ts";

export interface AutomaticViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

const views: Record<ReturnType<typeof viewForState>, ComponentType<AutomaticViewProps> | null> = {
  account: AccountView,
  board: ChessBoardView,
  cart: CartView,
  newsroom: NewsroomView,
  seats: SeatsView,
  table: TableView,
  none: null,
};

/** A state drawn by the view that fits its shape; nothing where none does. */
export function AutomaticView({ state, before }: AutomaticViewProps) {
  const View = views[viewForState(state)];
  return View && <View state={state} {...(before !== undefined && { before })} />;
}
