import type { SceneProps } from "../../../figures/scene-props.ts";
import { readers, rideEventsOf } from "./readers.ts";

/** What three readers compute from the records up to here. */
function Readers({ events }: SceneProps) {
  return (
    <table className="ride-readers">
      <caption>Three readers of the same records</caption>
      <thead>
        <tr>
          <th scope="col">who reads</th>
          <th scope="col">the question</th>
          <th scope="col">the answer now</th>
        </tr>
      </thead>
      <tbody>
        {readers.map(({ name, asks, answer }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{asks}</td>
            <td>{answer(rideEventsOf(events))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const scenes = { readers: Readers };
