import { setTimeout as sleep } from "node:timers/promises";
import { examples } from "../../engine/labs/database/scripts.ts";
import { serverLabIds } from "../../engine/labs/lab-ids.ts";
import type { Measurement } from "./measurement.ts";
import { memoryOf, proportionalSetSize } from "./process-tree.ts";
import type { Row } from "./result-table.ts";

/** What a start may take with all downloads in place, in seconds. */
const startTargets = { database: 3, cluster: 8, capture: 8 } as const;
/** What the server, the course's broker and the systems of all labs may take at once, in MB. */
const mostMegabytes = 1_800;
/** The systems come to rest before they are measured, in ms. */
const settle = 3_000;

/** How soon a lab's systems run, and what all of them take at once with one session in each lab. Linux only. */
export const labs: Measurement = {
  name: "labs",
  async measure({ url }): Promise<Row[]> {
    const learner = await LabVisitor.join(url);
    const rows: Row[] = [];
    for (const lab of serverLabIds) {
      const since = performance.now();
      await learner.command(lab, "OpenLab");
      const seconds = (performance.now() - since) / 1_000;
      if (lab === "database" || lab === "cluster")
        rows.push({
          what: lab === "database" ? "PostgreSQL, first start" : "three brokers, first start",
          value: seconds,
          unit: "s",
          target: { atMost: startTargets[lab] },
        });
    }
    // Something happens in the systems: a heap that has done nothing is smaller.
    for (const { setup, scripts, isolation } of examples.slice(0, 1))
      await learner.command("database", "RunEveryInterleaving", { setup, scripts, isolation });
    await learner.command("cluster", "StartSends", { acks: "all", count: 100 });
    const since = performance.now();
    await learner.command("change-capture", "StartCapture");
    rows.push({
      what: "Kafka Connect with Debezium, from nothing to streaming",
      value: (performance.now() - since) / 1_000,
      unit: "s",
      target: { atMost: startTargets.capture },
    });
    await sleep(settle);
    // The broker and the server are this process's children.
    const all = memoryOf(process.pid);
    if (all !== null)
      rows.push({
        what: "server, course broker, PostgreSQL, three brokers, a Connect worker, a session in each lab",
        value: (all - proportionalSetSize(process.pid)) / 2 ** 20,
        unit: "MB",
        target: { atMost: mostMegabytes },
      });
    for (const lab of serverLabIds) await learner.reset(lab);
    return rows;
  },
};

/** One session, over HTTP. */
class LabVisitor {
  readonly #labs: string;
  readonly #headers: Record<string, string>;

  private constructor(url: string, token: string) {
    this.#labs = `${url}/api/labs`;
    this.#headers = { "x-session": token };
  }

  static async join(url: string): Promise<LabVisitor> {
    const answer = await fetch(`${url}/api/about`);
    await answer.body?.cancel();
    return new LabVisitor(url, answer.headers.get("x-session") ?? "");
  }

  /** Throws an Error with what the server says where a command is not done. */
  async command(lab: string, type: string, data: object = {}): Promise<void> {
    const answer = await fetch(`${this.#labs}/${lab}/commands`, {
      method: "POST",
      headers: { ...this.#headers, "content-type": "application/json" },
      body: JSON.stringify({ type, data }),
    });
    const last = (await answer.text()).trim().split("\n").at(-1) ?? "";
    if (!answer.ok || (JSON.parse(last) as { kind?: string }).kind !== "lab-handled")
      throw new Error(`${type} in the lab ${lab} was not done: ${last}`);
  }

  async reset(lab: string): Promise<void> {
    const answer = await fetch(`${this.#labs}/${lab}`, { method: "DELETE", headers: this.#headers });
    await answer.body?.cancel();
  }
}
