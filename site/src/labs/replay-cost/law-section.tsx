import type { ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import type { LawResult } from "../../../../engine/labs/replay-cost/events.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { ask, type ReplayCostStore } from "./replay-cost-store.ts";
import { StateText } from "./state-text.tsx";

/** Whether the reducer may have snapshots at all. */
export function LawSection({ lab, code }: { lab: ReplayCostStore; code: ReplayedCode }) {
  const law = useStore(lab.$screen, ({ state }) => state.law);
  const isChecking = useStore(lab.$underWay, (types) => types.includes("CheckSnapshotLaw"));
  return (
    <section aria-labelledby="replay-law">
      <h2 id="replay-law">{words.law}</h2>
      <p className="lab-lead">{words.lawLead}</p>
      <div className="lab-form">
        <button
          type="button"
          className="action"
          aria-busy={isChecking}
          aria-disabled={isChecking}
          onClick={() => isChecking || ask(lab, { type: "CheckSnapshotLaw", data: { code } })}
        >
          {words.check}
        </button>
        {isChecking && (
          <button type="button" className="action quiet" onClick={() => ask(lab, { type: "Stop", data: {} })}>
            {words.stop}
          </button>
        )}
      </div>
      <div role="status">{law?.exercise === code.exercise && <Result result={law.result} />}</div>
    </section>
  );
}

function Result({ result }: { result: LawResult }) {
  if (result.kind === "holds") return <p>{words.holds(result.cuts)}</p>;
  const { values } = result;
  if (result.kind === "stopped")
    return (
      <>
        <p className="bad">
          {result.unsavable ? words.unsavable(values.length) : words.stoppedAt(values.length)}
        </p>
        <Log values={values} taken={null} />
        <p>{result.message}</p>
      </>
    );
  return (
    <>
      <p className="bad">{words.broken(values.length, result.taken)}</p>
      <Log values={values} taken={result.taken} />
      <dl className="replay-states">
        <StateText name={words.kept} state={result.kept} />
        <StateText name={words.expected} state={result.expected} />
        <StateText name={words.actual} state={result.actual} />
      </dl>
      <p>{words.brokenNext}</p>
    </>
  );
}

/** The records of a counterexample, and the place in them at which the snapshot is taken. */
function Log({ values, taken }: { values: (string | null)[]; taken: number | null }) {
  if (values.length === 0) return null;
  return (
    <ol className="replay-log" start={0}>
      {values.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record is its place
        <li key={place}>
          <code>{value ?? "null"}</code>
          {taken === place + 1 && <b>{words.cut}</b>}
        </li>
      ))}
    </ol>
  );
}
