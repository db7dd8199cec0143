import { type AppendedEvent, foldCart } from "../../../../engine/labs/database/cart.ts";
import type { Stage } from "../../../../engine/labs/database/evolve.ts";
import { numberIn } from "../../../../engine/labs/database/grade-scripts.ts";
import { cartLine } from "../../../../engine/labs/database/scripts.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";

/** The log beside the table: what both sessions meant, and its fold. */
export function CartLog({ stage, events }: { stage: Stage; events: AppendedEvent[] }) {
  const pieces = foldCart(events.map(({ event }) => event))[cartLine.row] ?? 0;
  const inTable = numberIn({ tables: stage.committed ?? [] }, cartLine);
  return (
    <section className="database-cart" aria-labelledby="database-cart">
      <h3 id="database-cart">{words.cart}</h3>
      <p className="lab-soft">{words.cartSays}</p>
      <ol start={0}>
        {events.map(({ session, event }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place in the log
          <li key={index}>
            <b>{event.type}</b> <code>{JSON.stringify(event.data)}</code>{" "}
            <span className="lab-soft">{session ? words.by(session) : words.before}</span>
          </li>
        ))}
      </ol>
      <p className="database-sums">
        <b>{words.fold(pieces)}</b>
        <span>{words.table(Number.isNaN(inTable) ? "?" : String(inTable))}</span>
      </p>
    </section>
  );
}
