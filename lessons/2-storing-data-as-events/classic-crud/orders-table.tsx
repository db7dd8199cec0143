import { recordedOrders } from "../../../engine/labs/database/recorded-orders.ts";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { type DesignId, losesUpdate } from "./race.ts";

/** Every order of the two scripts as PostgreSQL ended it; each can be run again above. */
export function OrdersTable({ design, onOpen }: { design: DesignId; onOpen(order: string): void }) {
  const orders = recordedOrders[design];
  const lost = orders.filter(losesUpdate).length;
  return (
    <div className="race-orders">
      <p>
        <strong>
          {lost} of {orders.length} orders lose a press.
        </strong>{" "}
        A is Sanjana’s session, B is Yeva’s. PostgreSQL 18 ran each order, under read committed. Choose one to
        run it above.
      </p>
      <ul aria-label="Every order of the statements, with the quantity at its end">
        {orders.map((each) => (
          <li key={each.order}>
            <button type="button" onClick={() => onOpen(each.order)}>
              <code>{each.order}</code>{" "}
              <span>
                <GuessSign right={!losesUpdate(each)} /> {each.qty}{" "}
                <span className="sr-only">
                  {losesUpdate(each) ? "one press is lost" : "no press is lost"}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
