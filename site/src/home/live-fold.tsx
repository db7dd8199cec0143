import { useState } from "react";
import { eventColour } from "../../../figures/colours.ts";
import { FoldConveyor } from "../../../figures/conveyor/conveyor.tsx";
import { liveFold } from "../../../language/english/home.ts";
import "./live-fold.css";
import { cartAfter, inWords, morning, saysRecord, wordsOf } from "./morning-log.ts";
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
    <section className="fold" aria-label={liveFold.name}>
      <ol className="fold-tape" aria-label={liveFold.log}>
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
              ? liveFold.told(folded - 1, last.time, saysRecord(last), inWords(cart) || liveFold.nothing)
              : liveFold.begin}
          </p>
          {waiting && <Prediction onChoose={choose} />}
          {answer !== null && folded === asked + 1 && <Prediction.Answer answer={answer} />}
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
