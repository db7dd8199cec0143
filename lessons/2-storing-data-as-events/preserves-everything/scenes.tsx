import type { SceneProps } from "../../../figures/scene-props.ts";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { foldLines } from "./as-of.ts";
import { clock, phoneLog, wordsOf } from "./phone-log.ts";

/** The records so far, each with its two times. */
function TwoTimes({ events }: SceneProps) {
  return (
    <table>
      <caption>Each record has two times</caption>
      <thead>
        <tr>
          <th scope="col">offset</th>
          <th scope="col">what</th>
          <th scope="col">happened</th>
          <th scope="col">in Kafka</th>
        </tr>
      </thead>
      <tbody>
        {phoneLog.slice(0, events.length).map((record) => (
          <tr key={record.offset}>
            <th scope="row">{record.offset}</th>
            <td>{wordsOf(record)}</td>
            <td>{clock(record.happened)}</td>
            <td>{clock(record.recorded)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the finished fold keeps of the removals: a second count of the same records. */
function TakenOut({ events }: SceneProps) {
  const removals = phoneLog.slice(0, events.length).filter(({ type }) => type === "ItemRemoved");
  const lines = foldLines(removals.map((record) => ({ ...record, type: "ItemAdded" })));
  return (
    <>
      <h3>Taken out so far</h3>
      <CartView state={{ lines }} />
    </>
  );
}

export const scenes = { times: TwoTimes, takenOut: TakenOut };
