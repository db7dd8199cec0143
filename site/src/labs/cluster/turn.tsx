import type { ClusterState } from "../../../../engine/labs/cluster/evolve.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";
import type { LabStore } from "../lab-store.ts";

/** Whose turn it is to break the cluster that all learners share. */
export function Turn({
  lab,
  turn,
  live,
}: {
  lab: LabStore<ClusterState>;
  turn: ClusterState["turn"];
  live: boolean;
}) {
  const { holder, ahead, endsAt } = turn;
  return (
    <section aria-label={words.turn} className="cluster-turn">
      <p role="status">
        {holder === "you" && words.turnYours}
        {holder === "nobody" && words.turnFree}
        {holder === "another" && words.turnOther} {ahead !== null && ahead > 0 && words.turnAhead(ahead)}{" "}
        {endsAt !== null && words.turnEnds(new Date(endsAt).toLocaleTimeString())}
      </p>
      {holder === "another" && ahead === null && (
        <button type="button" className="action" disabled={!live} onClick={() => void lab.send("TakeTurn")}>
          {words.take}
        </button>
      )}
      {(holder === "you" || ahead !== null) && (
        <button
          type="button"
          className="action quiet"
          disabled={!live}
          onClick={() => void lab.send("GiveTurn")}
        >
          {words.give}
        </button>
      )}
      <details>
        <summary>{words.turn}</summary>
        <p className="lab-soft">{words.turnSays}</p>
      </details>
    </section>
  );
}
