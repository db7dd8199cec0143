import { useState } from "react";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { exampleEvents, linesAfter } from "./example-events.ts";
import { logLines, narration } from "./narration.ts";

/** The copy ends before anybody corrected anything; the two corrections of the morning come after it. */
const copied = 6;

/** The learner's own copy of the log, where a record cannot be changed and a correction can be appended. */
export function AppendCorrections() {
  const [written, setWritten] = useState(copied);
  const full = written === exampleEvents.length;
  const mine = exampleEvents.slice(0, written);
  return (
    <section className="corrections" aria-labelledby="fix-it-yourself">
      <h3 id="fix-it-yourself">Fix it yourself</h3>
      <p>
        This figure has its own copy of the records at offsets 0 to 5. The addition at offset 2 is the
        mistake. What you append here stays in the figure and is not sent to Kafka.
      </p>
      <div className="kept">
        <AppendOnlyLog
          label="Records of the copy"
          records={logLines(exampleEvents)}
          written={written}
          marked={[2]}
        />
        <div>
          <h4>The cart, folded from the copy</h4>
          <CartView
            state={{ lines: linesAfter(mine) }}
            before={{ lines: linesAfter(written > copied ? mine.slice(0, -1) : mine) }}
          />
          <div className="correction-choice">
            <button type="button" aria-disabled="true" aria-describedby="no-such-call">
              Change record 2
            </button>
            <p id="no-such-call">Kafka has no operation for this. Append a correction instead.</p>
          </div>
          <div className="correction-choice">
            <button
              type="button"
              className="lit"
              onClick={() => setWritten(full ? copied : Math.min(written + 1, exampleEvents.length))}
            >
              {full ? "Start with a new copy" : "Append a correction"}
            </button>
            <p role="status">
              {written > copied && narration(mine)}
              {full && " Two people at the help desk handled her call, so there are two corrections."}
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}
