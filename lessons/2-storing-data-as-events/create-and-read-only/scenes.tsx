import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { cartsTable, tableColumns, tableNarration } from "./carts-table.ts";
import { exampleEvents } from "./example-events.ts";

/** The first shop's table at the same moment. Each write strikes out the value that it overwrites. */
function CartsTable({ events }: SceneProps) {
  const written = exampleEvents.slice(0, events.length);
  return (
    <>
      <OverwrittenTable
        caption="The first shop’s table: carts, where cart_id is cart-1"
        columns={tableColumns}
        rows={cartsTable(written)}
      />
      <p>{tableNarration(written)}</p>
    </>
  );
}

export const scenes = { table: CartsTable };
