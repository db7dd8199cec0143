import type { SeenPartition } from "../../../../engine/labs/cluster/events.ts";
import type { ClusterState } from "../../../../engine/labs/cluster/evolve.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";
import type { LabStore } from "../lab-store.ts";

/** The three brokers, each with its switch. */
export function Brokers({
  lab,
  state,
  live,
}: {
  lab: LabStore<ClusterState>;
  state: ClusterState;
  live: boolean;
}) {
  const mayBreak = live && state.turn.holder !== "another";
  return (
    <section aria-label={words.brokers}>
      <h2>{words.brokers}</h2>
      <ul className="cluster-brokers">
        {state.brokers.map(({ broker, address, state: now }) => {
          const away = now === "killed" || now === "died";
          return (
            <li key={broker} data-state={now}>
              <b>{words.broker(broker)}</b>{" "}
              {broker === 1 && <span className="lab-soft">{words.controller}</span>}
              <output>{words.state[now]}</output>
              <code>{address}</code>
              <button
                type="button"
                className="action quiet"
                aria-label={away ? words.restart(broker) : words.kill(broker)}
                title={away ? undefined : words.killSays}
                disabled={!mayBreak || now === "starting"}
                onClick={() => void lab.send(away ? "RestartBroker" : "KillBroker", { broker })}
              >
                {away ? words.restartSign : words.killSign}
              </button>
            </li>
          );
        })}
      </ul>
      {state.brokers[0] && state.brokers[0].state !== "running" && (
        <p className="lab-notice bad">{words.controllerSays}</p>
      )}
    </section>
  );
}

/** Who leads each partition of the learner's topic, and which replicas are in sync. */
export function Partitions({ state: { brokers, partitions, topic } }: { state: ClusterState }) {
  if (topic === null || partitions.length === 0) return <p className="lab-soft">{words.noTopic}</p>;
  return (
    <section aria-label={words.partitions}>
      <h2>{words.partitions}</h2>
      <p className="lab-soft">{words.partitionsSay(topic)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className="cluster-scroll" tabIndex={0}>
        <table className="cluster-replicas">
          <thead>
            <tr>
              <th scope="col">{words.partition}</th>
              {brokers.map(({ broker }) => (
                <th scope="col" key={broker}>
                  {words.broker(broker)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partitions.map((partition) => (
              <tr key={partition.partition}>
                <th scope="row">
                  {partition.partition} {partition.leader === null && <em>{words.noLeader}</em>}
                </th>
                {brokers.map(({ broker }) => {
                  const role = roleOf(partition, broker);
                  return (
                    <td key={broker} data-role={role}>
                      {words[role]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function roleOf({ leader, inSync }: SeenPartition, broker: number): "leader" | "inSync" | "behind" {
  if (leader === broker) return "leader";
  return inSync.includes(broker) ? "inSync" : "behind";
}
