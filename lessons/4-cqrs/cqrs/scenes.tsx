import type { SceneProps } from "../../../figures/scene-props.ts";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { itemsWantedOf } from "./read-models.ts";

/** A second read model of the same records. What `cartOf` holds is the cart that the workbench shows above it. */
function ItemsWanted({ events }: SceneProps) {
  return (
    <>
      <h3>itemsWanted: what was ever added?</h3>
      <CartView
        state={{ lines: itemsWantedOf(events) }}
        before={{ lines: itemsWantedOf(events.slice(0, -1)) }}
      />
      <p>The lines of the other read model, cartOf, are those of the cart above.</p>
    </>
  );
}

export const scenes = { readModels: ItemsWanted };
