import { useState } from "react";
import { eventColour } from "../../../figures/colours.ts";
import "./live-fold.css";
import { cartAfter, inWords, morning, saysRecord } from "./morning-log.ts";
import { Prediction } from "./prediction.tsx";

/** The record before which the reader is asked what will come. */
const asked = 4;

/** A fold to step through: records above, what they amount to below, one question on the way, `next` at the end. */
export default function LiveFold({ next }: { next: string }) {
  const [folded, setFolded] = useState(0);
  const [answer, setAnswer] = useState<string | null>(null);
  const cart = cartAfter(folded);
  const before = cartAfter(Math.max(0, folded - 1));
  const last = morning[folded - 1];
  const ended = folded === morning.length;
  const waiting = folded === asked && answer === null;

  function choose(choice: string) {
    setAnswer(choice);
    setFolded(asked + 1);
  }

  return (
    <section className="fold" aria-label="A fold to step through">
      <ol className="fold-tape" aria-label="The log of cart-1">
        {morning.map((record, offset) => (
          <li
            key={record.time}
            className={offset < folded ? "past" : "ahead"}
            aria-current={offset === folded - 1 ? "step" : undefined}
            style={{ "--event": eventColour(record.type) } as React.CSSProperties}
          >
            <span className="fold-offset">{offset}</span>
            <span className="fold-time">{record.time}</span>
            <span className="fold-type">{record.type}</span>
            <span className="fold-data">{record.sku ? `${record.sku} ${record.qty}` : " "}</span>
          </li>
        ))}
      </ol>
      <div className="fold-below">
        <div className="fold-cart">
          <h2>What is</h2>
          <dl>
            {Object.entries(cart).map(([sku, qty]) => (
              <div key={sku} className={before[sku] === qty ? undefined : "changed"}>
                <dt>{sku}</dt>
                <dd>{qty}</dd>
              </div>
            ))}
          </dl>
          {Object.keys(cart).length === 0 && <p className="fold-empty">an empty cart</p>}
        </div>
        <div className="fold-say">
          <p aria-live="polite">
            {last
              ? `Offset ${folded - 1}, ${last.time}. ${saysRecord(last)}. The cart holds ${inWords(cart)}.`
              : "Six records from one morning. Above is what happened; below is what it amounts to. Step, and watch the cart."}
          </p>
          {waiting && <Prediction onChoose={choose} />}
          {answer !== null && folded === asked + 1 && <Prediction.Answer answer={answer} />}
          {ended && <p>A table would say: pants 1, checked out. The log still knows about the hat.</p>}
          {!waiting && (
            <p className="fold-buttons">
              {ended ? (
                <a className="action" href={next}>
                  Write this fold yourself
                </a>
              ) : (
                <button type="button" className="action" onClick={() => setFolded(folded + 1)}>
                  Step <span aria-hidden="true">→</span>
                </button>
              )}
              {folded > 0 && (
                <button type="button" className="action quiet" onClick={() => setFolded(folded - 1)}>
                  <span aria-hidden="true">←</span> Back
                </button>
              )}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
