import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { recordsOf } from "./recordings.ts";

/** The same cart in the log of a shop that writes the whole cart at each save. */
function WholeCarts({ events }: SceneProps) {
  return (
    <>
      <p>The log of a shop that writes whole carts:</p>
      <AppendOnlyLog
        label="The cart, written down as whole carts"
        records={recordsOf("whole carts").slice(0, 4)}
        written={events.length}
      />
    </>
  );
}

export const scenes = { wholeCarts: WholeCarts };
