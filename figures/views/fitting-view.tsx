import type { ComponentType } from "react";
import type { Json } from "../../engine/fold/json.ts";
import { AccountView } from "./account-view.tsx";
import { BoardView } from "./board-view.tsx";
import { CartView } from "./cart-view.tsx";
import { fittingView } from "./fitting.ts";
import { NewsroomView } from "./newsroom-view.tsx";
import { SeatsView } from "./seats-view.tsx";
import { TableView } from "./table-view.tsx";

export interface FittingViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

const views: Record<ReturnType<typeof fittingView>, ComponentType<FittingViewProps> | null> = {
  account: AccountView,
  board: BoardView,
  cart: CartView,
  newsroom: NewsroomView,
  seats: SeatsView,
  table: TableView,
  none: null,
};

/** A state drawn by the view that fits its shape; nothing where none does. */
export function FittingView({ state, before }: FittingViewProps) {
  const View = views[fittingView(state)];
  return View && <View state={state} {...(before !== undefined && { before })} />;
}
