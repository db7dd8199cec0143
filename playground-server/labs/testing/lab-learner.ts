import type { LabCommand, LabEvent, LabFact, LabFold } from "../../../engine/labs/lab-event.ts";
import { evolveScreen, initialScreen, type LabScreen } from "../../../engine/labs/lab-screen.ts";
import type { Problem } from "../../../engine/protocol/response-types.ts";
import { learnerOf } from "../../http/session-of-request.ts";
import { lines, sessionToken, type TestServer } from "../../testing/test-playground.ts";

/** In ms. A broker that has just started looks for old records half a minute later for the first time. */
const longestWait = 90_000;
const lookEvery = 300;

/** A learner in one lab of a test server. */
export class LabLearner<State> {
  readonly headers: { "x-session": string };
  /** The public name of the session. */
  readonly learner: string;
  readonly #server: TestServer;
  readonly #lab: string;
  readonly #fold: LabFold<State>;

  /** `name`: at least 22 letters, digits and hyphens. */
  constructor(server: TestServer, name: string, lab: string, fold: LabFold<State>) {
    this.#server = server;
    this.learner = learnerOf(name);
    this.headers = { "x-session": sessionToken(name) };
    this.#lab = lab;
    this.#fold = fold;
  }

  /** Sends a command that must be done, and answers the facts from its start to its end. */
  async command(type: LabCommand["type"], data: object = {}): Promise<LabFact[]> {
    const { status, body } = await this.#send(type, data);
    const messages = lines(body);
    const last = messages.at(-1);
    if (last?.kind !== "lab-handled") throw new Error(`${type} ended with ${status} ${body.slice(-500)}`);
    return messages.flatMap(({ kind, event }) => (kind === "lab-event" ? [event] : []));
  }

  /** Sends a command that must be refused. */
  async refused(type: LabCommand["type"], data: object = {}): Promise<Problem> {
    const { status, body } = await this.#send(type, data);
    const last = status >= 400 ? JSON.parse(body) : lines(body).at(-1);
    if (last?.code === undefined) throw new Error(`${type} was not refused: ${body.slice(-500)}`);
    return last;
  }

  async events(): Promise<LabEvent[]> {
    const { headers } = this;
    const { body } = await this.#server.app.inject({ url: `/api/labs/${this.#lab}/events`, headers });
    return lines(body).filter(({ kind }) => kind === "lab-event");
  }

  async screen(): Promise<LabScreen<State>> {
    const events = await this.events();
    return events.reduce(
      (screen, event) => evolveScreen(this.#fold, screen, event),
      initialScreen(this.#fold),
    );
  }

  async state(): Promise<State> {
    return (await this.screen()).state;
  }

  /** Waits until the lab's state is so, and answers it. */
  async stateWhere(isSo: (state: State) => boolean, what: string): Promise<State> {
    const deadline = Date.now() + longestWait;
    for (;;) {
      const state = await this.state();
      if (isSo(state)) return state;
      if (Date.now() > deadline)
        throw new Error(`Waited for ${what}: ${JSON.stringify(state).slice(0, 2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }

  async reset(): Promise<void> {
    const { headers } = this;
    await this.#server.app.inject({ method: "DELETE", url: `/api/labs/${this.#lab}`, headers });
  }

  async #send(type: string, data: object): Promise<{ status: number; body: string }> {
    const { body, statusCode } = await this.#server.app.inject({
      method: "POST",
      url: `/api/labs/${this.#lab}/commands`,
      headers: this.headers,
      payload: { type, data },
    });
    return { status: statusCode, body };
  }
}
