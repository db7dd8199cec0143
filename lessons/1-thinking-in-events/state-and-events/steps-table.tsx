import { exampleEvents } from "./account-events.ts";
import { auditTable, customersTable, narration } from "./three-systems.ts";

/** The figure in words: what each system holds after each step. */
export function StepsTable() {
  return (
    <details className="three-steps">
      <summary>The six steps as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">The table says</th>
            <th scope="col">Lines in the audit table</th>
            <th scope="col">Records in the log</th>
          </tr>
        </thead>
        <tbody>
          {exampleEvents.map((event, offset) => {
            const events = exampleEvents.slice(0, offset + 1);
            return (
              <tr key={event.metadata.id}>
                <th scope="row">{narration(events)}</th>
                <td>{customersTable(events)[0]?.cells[0]?.value}</td>
                <td>{auditTable(events).length}</td>
                <td>{events.length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
