import { useId, useState } from "react";
import type { Acks } from "../../../../engine/labs/cluster/events.ts";
import type { ClusterState } from "../../../../engine/labs/cluster/evolve.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { LabStore } from "../lab-store.ts";
import { RunView } from "./run-view.tsx";

const allAcks: readonly Acks[] = ["0", "1", "all"];
const counts = [100, 200, 400] as const;

/** Starts and stops the producer, and shows what it was told. */
export function Producer({
  lab,
  state,
  live,
}: {
  lab: LabStore<ClusterState>;
  state: ClusterState;
  live: boolean;
}) {
  const id = useId();
  const [acks, setAcks] = useState<Acks>("all");
  const [count, setCount] = useState<number>(counts[1]);
  const sending = useStore(lab.$underWay, (types) => types.includes("StartSends"));
  const mayBreak = live && state.turn.holder !== "another";
  return (
    <section aria-label={words.producer}>
      <h2>{words.producer}</h2>
      <p className="lab-soft">{words.producerSays}</p>
      <fieldset className="cluster-acks">
        <legend>{words.acks}</legend>
        {allAcks.map((each) => (
          <label key={each}>
            <input type="radio" name={id} checked={acks === each} onChange={() => setAcks(each)} />
            {words.acksOf[each]}
          </label>
        ))}
      </fieldset>
      <div className="cluster-bar">
        <label>
          {words.count}{" "}
          <select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
            {counts.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="action"
          disabled={!mayBreak || sending}
          onClick={() => void lab.send("StartSends", { acks, count })}
        >
          {words.send}
        </button>
        <button
          type="button"
          className="action quiet"
          disabled={!mayBreak || !sending}
          onClick={() => void lab.send("StopSends")}
        >
          {words.stop}
        </button>
      </div>
      <h2>{words.runs}</h2>
      {state.runs.length === 0 && <p className="lab-soft">{words.noRuns}</p>}
      {state.runs.toReversed().map((run) => (
        <RunView
          key={run.run}
          run={run}
          countAgain={live ? () => void lab.send("CountLog", { run: run.run }) : null}
        />
      ))}
      <p className="lab-soft">{words.copyRate}</p>
    </section>
  );
}
