import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KafkaSettings } from "../../log/kafka-client.ts";
import { JavaTools, startKcat } from "../../testing/kafka-tools.ts";
import { openTestServer, sessionToken, type TestServer } from "../../testing/test-playground.ts";
import { TestClient } from "../../testing/websocket-client.ts";

const tools = "org.apache.kafka.tools";
const mains: Record<string, string> = {
  "kafka-acls": `${tools}.AclCommand`,
  "kafka-configs": "kafka.admin.ConfigCommand",
  "kafka-console-consumer": `${tools}.consumer.ConsoleConsumer`,
  "kafka-console-producer": `${tools}.ConsoleProducer`,
  "kafka-consumer-groups": `${tools}.consumer.group.ConsumerGroupCommand`,
  "kafka-delete-records": `${tools}.DeleteRecordsCommand`,
  "kafka-get-offsets": `${tools}.GetOffsetShell`,
  "kafka-topics": `${tools}.TopicCommand`,
};

/** What the real tools log. */
const logged = /^\d{4}-\d\d-\d\d [\d:.,]+ WARN /;

/**
 * The same command lines for the real tools and for the page's terminal, over the same broker. A topic whose name ends
 * with "~" is one of two: each side changes its own.
 */
export class ComparedTools {
  readonly #server: TestServer;
  readonly #client: TestClient;
  readonly #broker: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "offset-zero-compared-"));
  #java: Promise<JavaTools> | null = null;
  #count = 0;
  /** What stands before a name of the learner's at the broker, in the place of `mine.`. */
  readonly own: string;

  private constructor(server: TestServer, client: TestClient, settings: KafkaSettings) {
    this.#server = server;
    this.#client = client;
    this.#broker = settings.brokers.join(",");
    this.own = `${settings.topicPrefix}mine.${client.heard[0].learner}.`;
  }

  static async open(settings: KafkaSettings): Promise<ComparedTools> {
    const server = await openTestServer(settings, {
      env: { LEARNER_TOPICS_PER_SESSION: "90", LEARNER_TOPICS_PER_ADDRESS: "90" },
    });
    const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
    const client = await TestClient.open(address, sessionToken("a-session-that-is-compared"));
    return new ComparedTools(server, client, settings);
  }

  async close(): Promise<void> {
    this.#client.close();
    await (await this.#java)?.stop();
    rmSync(this.#folder, { recursive: true });
    await this.#server.close();
  }

  /** Lines of the page's terminal; with `warned` those of its error output, too. */
  async ours(line: string, input?: string, { warned = false } = {}): Promise<string[]> {
    const id = `s${++this.#count}`;
    this.#client.send({ kind: "terminal", id, line: line.replaceAll("~", "-ours") });
    if (input !== undefined) {
      const fits = ["reads", "finished"];
      const { message } = await this.#client.next(
        (heard) => heard.id === id && fits.includes(heard.message.kind),
      );
      const lines = input === "" ? [] : input.replace(/\n$/, "").split("\n");
      if (message.kind === "reads") this.#client.send({ kind: "terminal-input", id, lines, end: true });
    }
    await this.#client.next((heard) => heard.id === id && heard.message.kind === "finished");
    return this.#client
      .answers(id)
      .flatMap((message) => message.lines ?? [])
      .filter((each) => warned || !each.warned)
      .flatMap(({ text }) => text.split("\n"))
      .map((text) => text.replaceAll("-ours", "~"));
  }

  /** Lines of the real tool, with the learner's names as the page shows them; with `warned` its errors, too. */
  async real(line: string, input?: string, { warned = false } = {}): Promise<string[]> {
    const [command = "", json] = line.replaceAll("~", "-real").split(" <<< ");
    const [tool = "", ...words] = command.match(/'[^']*'|\S+/g) ?? [];
    const args = words
      .map((word) => word.replaceAll("'", ""))
      .map((word, at) =>
        words[at - 1] === "--group" ? this.own + word : word.replaceAll(/\bmine\./g, this.own),
      )
      .map((word) => (word === "/dev/stdin" ? this.#file(json ?? "") : word));
    const { out, err } = await this.#run(tool, args, input);
    const group = words[words.indexOf("--group") + 1] ?? "";
    return [...out, ...(warned ? err : [])]
      .filter((text) => !logged.test(text))
      .map((text) =>
        text
          .replaceAll(this.own + group, group)
          .replaceAll(this.own, "mine.")
          .replaceAll("-real", "~"),
      );
  }

  /** What is typed after `<<<`, as a file: the real tools take no here-string from Node. */
  #file(json: string): string {
    const path = join(this.#folder, `${++this.#count}.json`);
    writeFileSync(path, json.replaceAll("'", "").replaceAll(/\bmine\./g, this.own));
    return path;
  }

  async #run(tool: string, args: string[], input?: string): Promise<{ out: string[]; err: string[] }> {
    if (tool === "kcat") {
      const { out, errors } = await startKcat(["-b", this.#broker, ...args], input).end();
      return { out, err: errors.split("\n") };
    }
    this.#java ??= JavaTools.start();
    return (await this.#java).run(
      mains[tool] as string,
      ["--bootstrap-server", this.#broker, ...args],
      input,
    );
  }
}

/** Lines without what is not compared: blanks at the end, how wide a column is, the ids of topics, and the order of partitions. */
export function comparable(lines: string[]): string[] {
  return lines
    .map((line) =>
      line
        .replaceAll(/ {2,}/g, " ")
        .replace(/TopicId: \S+/, "")
        .trimEnd(),
    )
    .filter((line) => line !== "")
    .toSorted();
}
