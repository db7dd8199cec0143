import type { SceneProps } from "../../../figures/scene-props.ts";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { cartLinesOf, itemsWantedOf } from "./read-models.ts";

/** Two read models of the same records: each has the shape of its question. */
function TwoReadModels({ events }: SceneProps) {
  const before = events.slice(0, -1);
  return (
    <>
      <h3>cartOf: what is in the cart now?</h3>
      <CartView state={{ lines: cartLinesOf(events) }} before={{ lines: cartLinesOf(before) }} />
      <h3>itemsWanted: what was ever added?</h3>
      <CartView state={{ lines: itemsWantedOf(events) }} before={{ lines: itemsWantedOf(before) }} />
    </>
  );
}

export const scenes = { readModels: TwoReadModels };
