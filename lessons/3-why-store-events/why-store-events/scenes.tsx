import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { finalCarts, type ShopRecord } from "./final-carts.ts";

/** The table of a shop without a log, at the same moment. */
function CartsTable({ events }: SceneProps) {
  const rows = finalCarts(events as unknown as ShopRecord[]);
  return (
    <OverwrittenTable
      caption="A shop without a log: its table of carts"
      columns={["cart", "items", "status"]}
      rows={rows.map(({ cart, items, status }) => ({
        id: cart,
        cells: [{ value: cart }, { value: items.join(", ") || "none" }, { value: status }],
      }))}
    />
  );
}

export const scenes = { cartsTable: CartsTable };
