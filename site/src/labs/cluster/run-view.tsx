import type { SendRun } from "../../../../engine/labs/cluster/evolve.ts";
import { countOutcomes, type Outcome, outcomeOf, outcomes } from "../../../../engine/labs/cluster/sends.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import { SendChart } from "./send-chart.tsx";

/** Records of which a table says more; a screen holds no more of them. */
const mostSpecial = 60;

/** One run of the producer: drawn over time, counted, and what was not simply acknowledged in a table. */
export function RunView({ run, countAgain }: { run: SendRun; countAgain: (() => void) | null }) {
  const { counts, slowestMs } = countOutcomes(run.sends, run.acks);
  const special = run.sends.filter((send) => {
    const outcome = outcomeOf(send, run.acks);
    return send.retries > 0 || !["acknowledged", "unasked", "waiting"].includes(outcome);
  });
  const wordsOf = (outcome: Outcome) =>
    outcome === "lost" && run.acks === "0" ? words.lostUnasked : words.outcome[outcome];
  return (
    <article className="cluster-run">
      <h3>{words.runTitle(run.run, run.acks, run.count, run.partition)}</h3>
      <SendChart run={run} />
      <ul className="cluster-legend">
        {outcomes.map(
          (outcome) =>
            counts[outcome] > 0 && (
              <li key={outcome} data-outcome={outcome}>
                <b>{counts[outcome]}</b> {wordsOf(outcome)}
              </li>
            ),
        )}
      </ul>
      <p className="lab-soft" role="status">
        {run.ended && run.counted === false && words.counting}
        {run.counted === true && words.counted}
        {typeof run.counted === "object" && words.notCounted(inPageLanguage(run.counted).message)}{" "}
        {slowestMs > 0 && words.slowest(slowestMs)}{" "}
        {run.ended && run.counted !== false && countAgain && (
          <button type="button" className="action quiet" onClick={countAgain}>
            {words.countAgain}
          </button>
        )}
      </p>
      {special.length > 0 && (
        <details>
          <summary>{words.special(special.length)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
          <div className="cluster-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {words.specialColumns.map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {special.slice(0, mostSpecial).map((send) => (
                  <tr key={send.n}>
                    <th scope="row">{send.n}</th>
                    <td>{wordsOf(outcomeOf(send, run.acks))}</td>
                    <td>{send.retries}</td>
                    <td>{send.error && <code>{send.error}</code>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </article>
  );
}
