import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { brokerJars } from "../../services/kafka/download-jars.ts";
import { findJava } from "../../services/kafka/find-java.ts";

/** A real tool that runs in a process of its own, and what it has printed. */
export class RealTool {
  readonly out: string[] = [];
  errors = "";
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(command: string, args: string[], input?: string | Buffer) {
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#ended = once(this.#child, "close");
    let rest = "";
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      this.out.push(...lines);
    });
    this.#child.stdout?.on("end", () => rest && this.out.push(rest));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    // A tool that refuses its arguments may be gone before it is written to.
    this.#child.stdin?.on("error", () => {}).end(input ?? "");
  }

  /** Waits until it ends by itself. */
  async end(): Promise<this> {
    await this.#ended;
    return this;
  }

  /** Ends it as Ctrl-C does. */
  async stop(): Promise<void> {
    this.#child.kill("SIGINT");
    await this.#ended;
  }
}

/** Starts the real kcat. `input` is what is typed into it. */
export function startKcat(args: string[], input?: string | Buffer): RealTool {
  return new RealTool("kcat", args, input);
}

/** Starts one of Kafka's own tools by its main class, such as `org.apache.kafka.tools.TopicCommand`. */
export async function startJavaTool(
  mainClass: string,
  args: string[],
  input?: string | Buffer,
): Promise<RealTool> {
  const java = await findJava(process.env);
  const jars = await brokerJars(process.env, () => {});
  const logging = new URL("../../services/kafka/broker/log4j2.xml", import.meta.url).href;
  const flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", `-Dlog4j2.configurationFile=${logging}`];
  return new RealTool(java.path, [...flags, "-cp", jars.files.join(":"), mainClass, ...args], input);
}
