import type { SceneProps } from "../../../figures/scene-props.ts";
import { finalCarts, type ShopRecord } from "./final-carts.ts";

/** The table of a shop without a log, at the same moment. */
function CartsTable({ events }: SceneProps) {
  const rows = finalCarts(events as unknown as ShopRecord[]);
  return (
    <table>
      <caption>The table of a shop without a log: carts</caption>
      <thead>
        <tr>
          <th scope="col">cart</th>
          <th scope="col">items</th>
          <th scope="col">status</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cart, items, status }) => (
          <tr key={cart}>
            <th scope="row">{cart}</th>
            <td>{items.join(", ") || "none"}</td>
            <td>{status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const scenes = { cartsTable: CartsTable };
