import { type ClusterState, evolve, initialState } from "../../../../engine/labs/cluster/evolve.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { labPart } from "../lab-entry.ts";
import type { LabStore } from "../lab-store.ts";
import { Brokers, Partitions } from "./brokers.tsx";
import css from "./cluster.css?inline";
import { Login } from "./login.tsx";
import { Producer } from "./producer.tsx";
import { Turn } from "./turn.tsx";

addStylesheet(css);

/** Three brokers to kill, a producer that sends meanwhile, and a login to fail at. */
function ClusterPanel({ lab }: { lab: LabStore<ClusterState> }) {
  const state = useStore(lab.$screen, (screen) => screen.state);
  const live = useStore(lab.$live);
  return (
    <div className="cluster-lab">
      <div>
        <Turn lab={lab} turn={state.turn} live={live} />
        <Brokers lab={lab} state={state} live={live} />
        <Partitions state={state} />
      </div>
      <div>
        <Producer lab={lab} state={state} live={live} />
      </div>
      <div>
        <Login lab={lab} state={state} live={live} />
      </div>
    </div>
  );
}

export const clusterPart = labPart({ fold: { initialState, evolve }, Panel: ClusterPanel });
