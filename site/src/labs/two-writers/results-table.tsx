import type { RacesResult } from "../../../../engine/labs/two-writers/evolve.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

/** What races came to, the newest first: the share of double bookings, and how long an agent waited for its answer. */
export function ResultsTable({ results }: { results: RacesResult[] }) {
  const longest = Math.max(1, ...results.map(({ waits }) => waits.at(-1) ?? 0));
  return (
    <section aria-labelledby="writers-results">
      <h2 id="writers-results">{words.results}</h2>
      <p className="lab-lead">{results.length === 0 ? words.noResults : words.resultsLead}</p>
      {results.length > 0 && (
        <ScrollBox label={words.resultsTable}>
          <table className="writers-table">
            <thead>
              <tr>
                <th scope="col">{words.design}</th>
                <th scope="col">{words.doubles}</th>
                <th scope="col">{words.median}</th>
                <th scope="col">{words.longest}</th>
                <th scope="col">{words.usedDelays}</th>
              </tr>
            </thead>
            <tbody>
              {results.map((result, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a result has no name, and its row no state
                <ResultRow key={n} result={result} longest={longest} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function ResultRow({ result, longest }: { result: RacesResult; longest: number }) {
  const { design, delays, races, doubleBookings, waits } = result;
  const median = waits[Math.floor(waits.length / 2)];
  const most = waits.at(-1);
  return (
    <tr>
      <th scope="row">{words.shortDesigns[design]}</th>
      <td className={doubleBookings > 0 ? "bad" : ""}>
        <Bar value={doubleBookings / races} className="doubles" /> {words.doubleShare(doubleBookings, races)}
      </td>
      <td>
        {median === undefined || most === undefined ? (
          words.noAnswer
        ) : (
          <>
            <Bar value={median / longest} className="waits" /> {words.seconds(median)}
          </>
        )}
      </td>
      <td className="number">{most !== undefined && words.seconds(most)}</td>
      <td className="number">
        {[delays.think, delays.lag, delays.gap].map((ms) => words.ms(ms)).join(", ")}
      </td>
    </tr>
  );
}

/** A share from 0 to 1, drawn; the number is beside it. */
function Bar({ value, className }: { value: number; className: string }) {
  return (
    <svg className="writers-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="all" width={100} height={10} />
      <rect className={className} width={value * 100} height={10} />
    </svg>
  );
}
