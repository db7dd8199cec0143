import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findProgram, runCommand } from "../processes/run-command.ts";
import { StartFailure } from "../start-failure.ts";
import { choosePorts, rememberPorts } from "./broker-ports.ts";
import type { KafkaService, OpenOptions } from "./kafka-service.ts";
import { reachProblem } from "./reach-problem.ts";

const composeFile = fileURLToPath(new URL("../../docker-compose.yml", import.meta.url));
const engineTimeoutMs = 3_000;
/** The first start downloads an image of some 200 MB. */
const pullTimeoutMs = 600_000;
const readyTimeoutMs = 60_000;

/** The commands that speak to an engine that answered. */
export interface Engine {
  compose: string[];
}

/** A container engine that answers within three seconds and has compose, or null. */
export async function findEngine(env: NodeJS.ProcessEnv): Promise<Engine | null> {
  for (const name of ["docker", "podman"]) {
    const program = await findProgram(name, env);
    if (program === null) continue;
    const info = await runCommand(program, ["info"], { env, timeoutMs: engineTimeoutMs });
    if (info.code !== 0) continue;
    const plugin = await runCommand(program, ["compose", "version"], { env, timeoutMs: engineTimeoutMs });
    if (plugin.code === 0) return { compose: [program, "compose"] };
    const apart = await findProgram(`${name}-compose`, env);
    if (apart !== null) return { compose: [apart] };
  }
  return null;
}

/** `docker compose up -d kafka`, then waits until it serves. Throws a StartFailure where that does not succeed. */
export async function openBrokerInContainer(engine: Engine, options: OpenOptions): Promise<KafkaService> {
  const folder = join(options.dataDir, "kafka-container");
  await mkdir(folder, { recursive: true });

  const running = await publishedPort(engine, options.env);
  const port = running ?? (await choosePorts(folder, options.env)).broker;
  const env = { ...options.env, KAFKA_PORT: String(port) };
  if (running === null) await up(engine, env, options.log);
  await rememberPorts(folder, { broker: port, controller: 0 });

  const stop = async () => {
    // One that ran before us goes on running after us.
    if (running === null) await compose(engine, ["stop", "kafka"], env, 30_000);
  };
  const address = `127.0.0.1:${port}`;
  await waitUntilServing(engine, address).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    kind: "container",
    brokers: [address],
    client: {},
    topicPrefix: options.env.KAFKA_TOPIC_PREFIX ?? "",
    // One that ran before us may be of an older image.
    version: running === null ? await imageVersion() : null,
    sentence: `The log is stored in Kafka, in a container on this machine, at ${address}.`,
    ours: true,
    stop,
  };
}

async function up(engine: Engine, env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  log("Starting Kafka in a container (the first time its image is downloaded).");
  const started = Date.now();
  const ticker = setInterval(() => {
    log(`  still starting, ${Math.round((Date.now() - started) / 1000)} s`);
  }, 8_000);
  const { code, output } = await compose(engine, ["up", "-d", "kafka"], env, pullTimeoutMs);
  clearInterval(ticker);
  if (code !== 0) {
    const lastLine = output.trim().split("\n").at(-1) ?? "";
    throw new StartFailure("container-failed", `The container engine could not start Kafka: ${lastLine}`);
  }
}

async function waitUntilServing(engine: Engine, address: string): Promise<void> {
  const deadline = Date.now() + readyTimeoutMs;
  let problem = await reachProblem([address], {});
  while (problem !== null && Date.now() < deadline) {
    await sleep(300);
    problem = await reachProblem([address], {});
  }
  if (problem === null) return;
  throw new StartFailure(
    "container-failed",
    `Kafka's container started but does not answer at ${address}: ${problem.why}. See: ${engine.compose.join(" ")} logs kafka`,
  );
}

/** The port of this machine that leads into a running kafka container, or null where none runs. */
async function publishedPort(engine: Engine, env: NodeJS.ProcessEnv): Promise<number | null> {
  const { code, output } = await compose(engine, ["port", "kafka", "9092"], env, 10_000);
  const port = Number(/:(\d+)\s*$/.exec(output)?.[1]);
  return code === 0 && port > 0 ? port : null;
}

/** The tag of Kafka's image in docker-compose.yml. */
async function imageVersion(): Promise<string | null> {
  return /image: apache\/kafka:(\S+)/.exec(await readFile(composeFile, "utf8"))?.[1] ?? null;
}

function compose(engine: Engine, args: string[], env: NodeJS.ProcessEnv, timeoutMs: number) {
  const [command, ...first] = engine.compose;
  return runCommand(command ?? "", [...first, "-f", composeFile, ...args], { env, timeoutMs });
}
