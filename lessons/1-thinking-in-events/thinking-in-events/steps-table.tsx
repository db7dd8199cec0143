import { narration } from "./narration.ts";
import { type Ride, rideAfter, rideEvents } from "./ride-events.ts";

const names: (keyof Ride)[] = ["status", "driver", "fareCents"];

/** The figure in words: each record, and the state after it. */
export function StepsTable() {
  return (
    <details className="ride-steps">
      <summary>The six steps as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">The log gets a record</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rideEvents.map(({ metadata }, offset) => {
            const events = rideEvents.slice(0, offset + 1);
            return (
              <tr key={metadata.id}>
                <th scope="row">{narration(events)}</th>
                {names.map((name) => (
                  <td key={name}>{String(rideAfter(events)[name])}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
