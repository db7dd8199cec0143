import { setTimeout as sleep } from "node:timers/promises";
import type { LabEvent, LabFold } from "../../../engine/labs/lab-event.ts";
import { evolveScreen, type LabScreen } from "../../../engine/labs/lab-screen.ts";
import type { LabMessage } from "../../../engine/protocol/lab-types.ts";

/** In ms. */
const longestWait = 60_000;
const lookEvery = 100;

/** One learner of a lab of a running server, over HTTP. */
export class HttpLearner<State> {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #fold: LabFold<State>;

  private constructor(url: string, token: string, fold: LabFold<State>) {
    this.#url = url;
    this.#headers = { "x-session": token, "content-type": "application/json" };
    this.#fold = fold;
  }

  /** With a session of its own. */
  static async join<State>(server: string, lab: string, fold: LabFold<State>): Promise<HttpLearner<State>> {
    const { headers } = await fetch(`${server}/api/about`);
    return new HttpLearner(`${server}/api/labs/${lab}`, headers.get("x-session") ?? "", fold);
  }

  /** Does a command; gives the HTTP status and what is said of a refusal. */
  async command(
    type: string,
    data: object = {},
  ): Promise<{ status: number; detail?: string; code?: string }> {
    const body = JSON.stringify({ type, data });
    const answer = await fetch(`${this.#url}/commands`, { method: "POST", headers: this.#headers, body });
    const lines = (await answer.text()).trim().split("\n");
    const { detail, code } = JSON.parse(lines.at(-1) ?? "{}") as { detail?: string; code?: string };
    return { status: answer.status, detail, code };
  }

  /** Opens the lab, and starts what it needs. Throws an Error that says what could not be started, and why. */
  async open(): Promise<void> {
    const { status, detail } = await this.command("OpenLab");
    if (status !== 200) throw new Error(`The lab could not be opened: ${status} ${detail}`);
  }

  async reset(): Promise<void> {
    await fetch(this.#url, { method: "DELETE", headers: { "x-session": this.#headers["x-session"] ?? "" } });
  }

  /** All events that the server keeps, in their order. */
  async events(): Promise<LabEvent[]> {
    return (await this.#messages()).filter((message) => message.kind === "lab-event");
  }

  /** What the learner's page shows now. */
  async screen(): Promise<LabScreen<State>> {
    let screen: LabScreen<State> | null = null;
    for (const message of await this.#messages()) {
      if (message.kind === "lab-screen") screen = message.screen as LabScreen<State>;
      else if (screen) screen = evolveScreen(this.#fold, screen, message);
    }
    if (!screen) throw new Error("The lab has no screen.");
    return screen;
  }

  async state(): Promise<State> {
    return (await this.screen()).state;
  }

  /** Waits until the page shows something. */
  async until(what: string, shown: (state: State) => boolean): Promise<State> {
    const deadline = Date.now() + longestWait;
    for (;;) {
      const state = await this.state();
      if (shown(state)) return state;
      if (Date.now() > deadline)
        throw new Error(`${what} was not seen:\n${JSON.stringify(state).slice(0, 4_000)}`);
      await sleep(lookEvery);
    }
  }

  async #messages(): Promise<LabMessage[]> {
    const answer = await fetch(`${this.#url}/events`, { headers: this.#headers });
    const text = (await answer.text()).trim();
    return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line) as LabMessage);
  }
}
