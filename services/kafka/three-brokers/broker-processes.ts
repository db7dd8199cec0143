import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ChildProcess } from "../../processes/child-process.ts";
import { freePort } from "../../processes/free-ports.ts";
import { StartFailure } from "../../start-failure.ts";
import { type BrokerParts, endStaleBroker, startBroker } from "../broker.ts";
import { writeProperties } from "../broker-storage.ts";
import {
  type BrokerId,
  type BrokerUser,
  brokerIds,
  type ClusterPorts,
  clusterProperties,
} from "./cluster-properties.ts";
import { forgetEmptyLogs, prepareEmptyLogs } from "./empty-logs.ts";

/** Killed: by us, because somebody asked for it. Died: nobody here asked for it. */
export type BrokerState = "starting" | "running" | "killed" | "died";

type Changed = (id: BrokerId, state: BrokerState) => void;

const endGraceMs = 15_000;
const mostTries = 3;
/** In a broker's own folder: a path with a comma or an accent would not survive the file of properties. */
const keystoreName = "broker.p12";

/** The processes of the three brokers: who runs, who was killed, who died. */
export class BrokerProcesses {
  #partsOf: (id: BrokerId) => BrokerParts;
  #children = new Map<BrokerId, ChildProcess>();
  #states = new Map<BrokerId, BrokerState>();
  #starting = new Map<BrokerId, Promise<void>>();
  #watchers = new Set<Changed>();
  #stopping = false;

  constructor(partsOf: (id: BrokerId) => BrokerParts) {
    this.#partsOf = partsOf;
  }

  /** Ends brokers that a crashed run left behind, and removes what they wrote. */
  async removeOldData(log: (line: string) => void): Promise<void> {
    for (const id of brokerIds) {
      const { folder } = this.#partsOf(id);
      await endStaleBroker(folder, log);
      await rm(folder.path, { recursive: true, force: true });
    }
  }

  /** Starts all three with an empty log. Another process may take a port before the broker does: then others are tried. */
  async startOnFreePorts(user: BrokerUser, keystore: string): Promise<ClusterPorts> {
    const all = brokerIds.map((id) => this.#partsOf(id));
    for (let tries = 1; ; tries++) {
      const ports = await freePorts();
      try {
        for (const id of brokerIds) {
          const { folder } = this.#partsOf(id);
          await writeProperties(folder, clusterProperties(id, ports, keystoreName, user));
          await copyFile(keystore, join(folder.path, keystoreName));
        }
        await prepareEmptyLogs(all);
        await Promise.all(brokerIds.map((id) => this.restart(id)));
        return ports;
      } catch (error) {
        await this.#endAll();
        if (!(error instanceof StartFailure) || tries === mostTries) throw error;
        // What was kept of an earlier start may be what this one cannot use.
        if (error.code !== "port-taken") await forgetEmptyLogs(all);
        await this.removeOldData(() => {});
      }
    }
  }

  stateOf(id: BrokerId): BrokerState {
    return this.#states.get(id) ?? "starting";
  }

  watch(changed: Changed): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** Starts a broker on the data that it has. Throws a StartFailure. Does nothing to one that runs. */
  restart(id: BrokerId): Promise<void> {
    const before = this.#starting.get(id);
    if (before !== undefined) return before;
    if (this.#children.has(id) || this.#stopping) return Promise.resolve();
    const starting = this.#start(id).finally(() => this.#starting.delete(id));
    this.#starting.set(id, starting);
    return starting;
  }

  async #start(id: BrokerId): Promise<void> {
    this.#become(id, "starting");
    let child: ChildProcess;
    try {
      child = await startBroker(this.#partsOf(id));
    } catch (error) {
      this.#become(id, "died");
      throw error;
    }
    this.#children.set(id, child);
    this.#become(id, "running");
    void child.exited.then(() => {
      this.#children.delete(id);
      if (this.stateOf(id) === "running") this.#become(id, "died");
    });
  }

  /** Ends a broker with kill -9. Resolves when its process is gone. */
  async kill(id: BrokerId): Promise<void> {
    await this.#starting.get(id)?.catch(() => {});
    const child = this.#children.get(id);
    if (child === undefined) return;
    this.#become(id, "killed");
    process.kill(child.pid, "SIGKILL");
    await child.exited;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#watchers.clear();
    await this.#endAll();
  }

  /** The controller last: without it, the others could not say that they go, and would wait. */
  async #endAll(): Promise<void> {
    await Promise.allSettled(this.#starting.values());
    const [controller, ...others] = brokerIds;
    await Promise.all(others.map((id) => this.#children.get(id)?.end(endGraceMs)));
    await this.#children.get(controller)?.end(endGraceMs);
  }

  #become(id: BrokerId, state: BrokerState): void {
    this.#states.set(id, state);
    for (const changed of this.#watchers) changed(id, state);
  }
}

async function freePorts(): Promise<ClusterPorts> {
  const chosen = new Set<number>();
  while (chosen.size < 7) chosen.add(await freePort("127.0.0.1"));
  const [controller = 0, ...others] = chosen;
  const portsOf = (at: number) => ({ plain: others[at] ?? 0, login: others[at + 3] ?? 0 });
  return { controller, brokers: { 1: portsOf(0), 2: portsOf(1), 3: portsOf(2) } };
}
