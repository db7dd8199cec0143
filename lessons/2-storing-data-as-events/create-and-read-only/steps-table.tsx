import { Fragment } from "react";
import { tableNarration } from "./carts-table.ts";
import { exampleEvents, type Lines, linesAfter } from "./example-events.ts";
import { narration } from "./narration.ts";

/** The figure in words: what the log got and what the table lost, step by step. */
export function StepsTable() {
  return (
    <details className="steps">
      <summary>The eight steps as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">The log gets a record</th>
            <th scope="col">The change to the table</th>
            <th scope="col">The cart, from either one</th>
          </tr>
        </thead>
        <tbody>
          {exampleEvents.map((event, offset) => {
            const events = exampleEvents.slice(0, offset + 1);
            return (
              <tr key={event.metadata.id}>
                <th scope="row">{narration(events)}</th>
                <td>{tableNarration(events)}</td>
                <td>
                  <Cart lines={linesAfter(events)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function Cart({ lines }: { lines: Lines }) {
  const told = Object.entries(lines);
  if (told.length === 0) return "empty";
  return told.map(([sku, qty], i) => (
    <Fragment key={sku}>
      {i > 0 && ", "}
      <span>
        {sku} {qty}
      </span>
    </Fragment>
  ));
}
