import { useState } from "react";
import { LogPage } from "../../../figures/ledger/log-page.tsx";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { linesAfter, morning } from "./morning.ts";
import { logLines, narration } from "./words.ts";

/** The copy ends before anybody corrected anything; the two corrections of the morning come after it. */
const copied = 6;

/** The learner's own copy of the log, where a record cannot be changed and a correction can be appended. */
export function Mend() {
  const [written, setWritten] = useState(copied);
  const full = written === morning.length;
  const mine = morning.slice(0, written);
  return (
    <section className="mend" aria-labelledby="mend-it">
      <h3 id="mend-it">Mend it yourself</h3>
      <p>
        <code>mine.carts</code> is your copy of offsets 0 to 5. The addition at offset 2 was never hers.
      </p>
      <div className="kept">
        <LogPage label="Records of mine.carts" records={logLines(morning)} written={written} marked={[2]} />
        <div>
          <h4>The cart, folded from your copy</h4>
          <CartView
            state={{ lines: linesAfter(mine) }}
            before={{ lines: linesAfter(written > copied ? mine.slice(0, -1) : mine) }}
          />
          <div className="mend-choice">
            <button type="button" aria-disabled="true" aria-describedby="no-such-call">
              Change this record
            </button>
            <p id="no-such-call">Kafka has no such call. Append a correction.</p>
          </div>
          <div className="mend-choice">
            <button
              type="button"
              className="lit"
              onClick={() => setWritten(full ? copied : Math.min(written + 1, morning.length))}
            >
              {full ? "Take a fresh copy" : "Append a correction"}
            </button>
            <p role="status">
              {written > copied && narration(mine)}
              {full && " Two colleagues took the same call. It happens."}
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}
