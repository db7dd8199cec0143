import type { TestClient } from "./websocket-client.ts";

/** A learner's terminal over a test's socket. */
export class TestTerminal {
  readonly #client: TestClient;
  #count = 0;

  constructor(client: TestClient) {
    this.#client = client;
  }

  /** Begins a line and answers the id of its command. */
  begin(line: string): string {
    const id = `terminal-${++this.#count}`;
    this.#client.send({ kind: "terminal", id, line });
    return id;
  }

  /** What a command has printed up to now. */
  printed(id: string): string[] {
    return this.#client
      .answers(id)
      .flatMap(({ lines }) => (lines ?? []).map(({ text }: { text: string }) => text));
  }

  /** Types lines into a command that reads them; `end` is Ctrl-D. */
  type(id: string, lines: string[], end = false): void {
    this.#client.send({ kind: "terminal-input", id, lines, end });
  }

  /** Waits until a command reads what is typed. */
  async reads(id: string): Promise<void> {
    await this.#client.next((heard) => heard.id === id && heard.message.kind === "reads");
  }

  /** Waits until a command has ended and answers all it printed. */
  async finish(id: string): Promise<string[]> {
    await this.#client.next((heard) => heard.id === id && heard.message.kind === "finished");
    return this.printed(id);
  }

  run(line: string): Promise<string[]> {
    return this.finish(this.begin(line));
  }

  /** Runs a producer on these lines. */
  async produce(line: string, lines: string[]): Promise<string[]> {
    const id = this.begin(line);
    await this.#client.next((heard) => heard.id === id && ["reads", "finished"].includes(heard.message.kind));
    this.type(id, lines, true);
    return this.finish(id);
  }
}
