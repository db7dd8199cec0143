import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
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
  const { command, flags } = await javaCommand();
  return new RealTool(command, [...flags, mainClass, ...args], input);
}

async function javaCommand(): Promise<{ command: string; flags: string[] }> {
  const java = await findJava(process.env);
  const jars = await brokerJars(process.env, () => {});
  const logging = new URL("../../services/kafka/broker/log4j2.xml", import.meta.url).href;
  const flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", `-Dlog4j2.configurationFile=${logging}`];
  return { command: java.path, flags: [...flags, "-cp", jars.files.join(":")] };
}

/** What a tool wrote to its output and to its error output, in lines. */
export interface ToolOutput {
  out: string[];
  err: string[];
}

/** Kafka's own tools, one call after the other in one JVM: a JVM for each takes a second. */
export class JavaTools {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  static async start(): Promise<JavaTools> {
    const { command, flags } = await javaCommand();
    const source = fileURLToPath(new URL("RunTools.java", import.meta.url));
    return new JavaTools(spawn(command, [...flags, source], { stdio: ["pipe", "pipe", "ignore"] }));
  }

  async run(mainClass: string, args: string[], input = ""): Promise<ToolOutput> {
    const words = [mainClass, input, ...args].map((word) => Buffer.from(word).toString("base64"));
    this.#child.stdin.write(`${words.join(" ")}\n`);
    for (;;) {
      const { value, done } = await this.#answers.next();
      if (done) throw new Error("The JVM in which Kafka's tools run has ended.");
      // Other lines are what the tools log.
      const [, out = "", err = ""] = /^answer (\S*) (\S*)$/.exec(value) ?? [];
      if (value.startsWith("answer ")) return { out: linesOf(out), err: linesOf(err) };
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "close");
    this.#child.stdin.end();
    this.#child.kill();
    await ended;
  }
}

function linesOf(base64: string): string[] {
  const text = Buffer.from(base64, "base64").toString();
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
