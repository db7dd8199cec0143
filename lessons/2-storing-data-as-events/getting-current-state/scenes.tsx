import type { SceneProps } from "../../../figures/scene-props.ts";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { evolve, folds, runFold } from "./folds.ts";
import { shopperLog } from "./shopper-log.ts";

const cartsUpTo = (events: SceneProps["events"]) =>
  runFold({ evolve }, shopperLog.slice(0, events.length), false).steps;

/** What the packers saw: the cart as the shop's first code computed it. */
function PackersPage({ events }: SceneProps) {
  const { steps } = runFold(folds[0], shopperLog.slice(0, events.length), false);
  return (
    <>
      <h3>The page that the packers read</h3>
      <CartView state={{ lines: steps.at(-1)?.cameOut.lines ?? {} }} />
      <p>Status: {steps.at(-1)?.cameOut.status ?? "none"}</p>
    </>
  );
}

/** The finished fold's record and state side by side: two types. */
function RecordAndState({ events }: SceneProps) {
  const event = shopperLog[events.length - 1];
  const cart = cartsUpTo(events).at(-1)?.cameOut;
  return (
    <>
      <h3>The event</h3>
      <pre>
        <code>{event ? JSON.stringify({ type: event.type, data: event.data }) : "none yet"}</code>
      </pre>
      <h3>The state after it, from the finished fold</h3>
      <pre>
        <code>{JSON.stringify(cart ?? { lines: {}, status: "none", ignored: [] }, null, 1)}</code>
      </pre>
    </>
  );
}

/** For every cart of the finished fold, whether its lines are a new object or the one of an earlier cart. */
function SharedLines({ events }: SceneProps) {
  const carts = cartsUpTo(events);
  return (
    <>
      <h3>Are the lines a new object?</h3>
      <ol start={0}>
        {carts.map(({ now }, offset) => {
          const first = carts.findIndex((each) => each.now.lines === now.lines);
          return (
            <li key={shopperLog[offset]?.metadata.id}>
              {first === offset ? "new" : `the same object as after offset ${first}`}
            </li>
          );
        })}
      </ol>
    </>
  );
}

export const scenes = { packers: PackersPage, types: RecordAndState, shared: SharedLines };
