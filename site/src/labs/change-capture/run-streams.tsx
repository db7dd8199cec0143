import { type CaptureState, changesOfRun } from "../../../../engine/labs/change-capture/evolve.ts";
import { paymentShapes } from "../../../../engine/labs/change-capture/shapes.ts";
import { captureWords as words } from "../../../../language/english/capture-lab.ts";

/** The stream of each action; what three streams of one action show; what one UPDATE does not say. */
export function RunStreams({ state }: { state: CaptureState }) {
  const { runs, slot } = state;
  const hasRun = (shape: string) => runs.some((run) => run.shape === shape);
  return (
    <section aria-labelledby="capture-streams">
      <h2 id="capture-streams">{words.streams}</h2>
      {(runs.length === 0 || slot === null) && <p className="lab-soft">{words.noStream}</p>}
      {runs.length > 0 && (
        <ol className="capture-runs">
          {runs.map((run) => (
            <li key={run.from}>
              <b>{run.shape ? words.shapes[run.shape] : words.ownSql}</b>{" "}
              <code>{run.statements.map(({ text }) => text).join("; ")}</code>
              <span className="capture-stream">
                {changesOfRun(state, run).map(({ table, op, offset }) => (
                  <span key={`${table} ${offset}`} className={`capture-op op-${op}`}>
                    {table} {op}
                  </span>
                ))}
                {changesOfRun(state, run).length === 0 && <i>{words.noChanges}</i>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {paymentShapes.every(hasRun) && <p className="lab-notice">{words.threeStreams}</p>}
      {hasRun("change-address") && (
        <div className="lab-lead">
          <h3>{words.reasons}</h3>
          <p>{words.reasonsLead}</p>
          <ul>
            {words.reasonList.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
