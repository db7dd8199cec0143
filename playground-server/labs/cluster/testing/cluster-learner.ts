import { setTimeout as sleep } from "node:timers/promises";
import { type ClusterState, evolve, initialState } from "../../../../engine/labs/cluster/evolve.ts";
import type { LabEvent } from "../../../../engine/labs/lab-event.ts";
import { evolveScreen, type LabScreen } from "../../../../engine/labs/lab-screen.ts";
import type { LabMessage } from "../../../../engine/protocol/lab-types.ts";

const patienceMs = 60_000;

/** One learner of a server's cluster lab, over HTTP. */
export class ClusterLearner {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  private constructor(server: string, token: string) {
    this.#url = `${server}/api/labs/cluster`;
    this.#headers = { "x-session": token, "content-type": "application/json" };
  }

  /** With a session of its own. */
  static async join(server: string): Promise<ClusterLearner> {
    const { headers } = await fetch(`${server}/api/about`);
    return new ClusterLearner(server, headers.get("x-session") ?? "");
  }

  /** Does a command; gives the status of the answer and its last line. */
  async command(
    type: string,
    data: object = {},
  ): Promise<{ status: number; last: { detail?: string; code?: string } }> {
    const body = JSON.stringify({ type, data });
    const answer = await fetch(`${this.#url}/commands`, { method: "POST", headers: this.#headers, body });
    const lines = (await answer.text()).trim().split("\n");
    return { status: answer.status, last: JSON.parse(lines.at(-1) ?? "{}") };
  }

  async reset(): Promise<void> {
    await fetch(this.#url, { method: "DELETE", headers: { "x-session": this.#headers["x-session"] ?? "" } });
  }

  /** All events that the server keeps, in order. */
  async events(): Promise<LabEvent[]> {
    return (await this.#messages()).filter((message) => message.kind === "lab-event");
  }

  /** What the learner's page shows now. */
  async state(): Promise<ClusterState> {
    const fold = { initialState, evolve };
    let screen: LabScreen<ClusterState> | null = null;
    for (const message of await this.#messages()) {
      if (message.kind === "lab-screen") screen = message.screen as LabScreen<ClusterState>;
      else if (screen) screen = evolveScreen(fold, screen, message);
    }
    if (!screen) throw new Error("The lab has no screen.");
    return screen.state;
  }

  /** Waits until the page shows something. */
  async until(what: string, shown: (state: ClusterState) => boolean): Promise<ClusterState> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const state = await this.state();
      if (shown(state)) return state;
      if (Date.now() > deadline)
        throw new Error(`${what} was not seen:\n${JSON.stringify(state).slice(0, 4_000)}`);
      await sleep(100);
    }
  }

  async #messages(): Promise<LabMessage[]> {
    const answer = await fetch(`${this.#url}/events`, { headers: this.#headers });
    const text = (await answer.text()).trim();
    return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line) as LabMessage);
  }
}
