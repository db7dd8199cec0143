import { useState } from "react";
import { FoldConveyor } from "../../../figures/conveyor/conveyor.tsx";
import { eventColour } from "../../../figures/event-colours.ts";
import { liveFold } from "../../../language/english/home.ts";
import "./live-fold.css";
import { cartAfter, describeCart, exampleRecords, saysRecord, wordsOf } from "./example-log.ts";
import { PredictNextState } from "./predict-next-state.tsx";

/** The record before which the reader is asked what will come. */
const asked = 4;

/** A fold to step through: records above, what they amount to below, one question on the way, `next` at the end. */
export default function LiveFold({ next }: { next: string }) {
  const [folded, setFolded] = useState(0);
  const [answer, setAnswer] = useState<string | null>(null);
  const cart = cartAfter(folded);
  const before = cartAfter(Math.max(0, folded - 1));
  const last = exampleRecords[folded - 1];
  const ended = folded === exampleRecords.length;
  const waiting = folded === asked && answer === null;

  function choose(choice: string) {
    setAnswer(choice);
    setFolded(asked + 1);
  }

  return (
    <section className="fold" aria-label={liveFold.name}>
      <ol className="fold-tape" aria-label={liveFold.log}>
        {exampleRecords.map((record, offset) => (
          <li
            key={record.time}
            className={offset < folded ? "past" : "ahead"}
            aria-current={offset === folded - 1 ? "step" : undefined}
            style={{ "--event": eventColour(record.type) } as React.CSSProperties}
          >
            <span className="fold-offset">{offset}</span>
            <span className="fold-time">{record.time}</span>
            <span className="fold-type">{record.type}</span>
            <span className="fold-data">{wordsOf(record) || " "}</span>
          </li>
        ))}
      </ol>
      <div className="fold-below">
        <FoldConveyor
          label={liveFold.conveyor}
          record={last ? { offset: folded - 1, type: last.type, words: wordsOf(last) } : null}
          before={before}
          after={cart}
          empty={liveFold.emptyCart}
        />
        <div className="fold-say">
          <p aria-live="polite">
            {last
              ? liveFold.describeFold(
                  folded - 1,
                  last.time,
                  saysRecord(last),
                  describeCart(cart) || liveFold.nothing,
                )
              : liveFold.begin}
          </p>
          {waiting && <PredictNextState onChoose={choose} />}
          {answer !== null && folded === asked + 1 && <PredictNextState.Answer answer={answer} />}
          {ended && <p>{liveFold.ended}</p>}
          {!waiting && (
            <p className="fold-buttons">
              {ended ? (
                <a className="action" href={next}>
                  {liveFold.write}
                </a>
              ) : (
                <button type="button" className="action" onClick={() => setFolded(folded + 1)}>
                  {liveFold.step} <span aria-hidden="true">→</span>
                </button>
              )}
              {folded > 0 && (
                <button type="button" className="action quiet" onClick={() => setFolded(folded - 1)}>
                  <span aria-hidden="true">←</span> {liveFold.back}
                </button>
              )}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
