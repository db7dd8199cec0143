import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort, isFree } from "../processes/free-ports.ts";
import { StartFailure } from "../start-failure.ts";
import type { Ports } from "./broker-storage.ts";

const loopback = "127.0.0.1";
const usualPorts: Ports = { broker: 9092, controller: 9093 };

/**
 * Chooses where a broker listens. KAFKA_PORT is taken at its word (0 means any free one); otherwise the
 * port of the last start, so that clients outside keep working, else 9092, else any free one.
 */
export async function choosePorts(folder: string, env: NodeJS.ProcessEnv): Promise<Ports> {
  const before = await remembered(folder);
  const explicit = env.KAFKA_PORT;
  const named = explicit && explicit !== "0" ? await exactly(Number(explicit)) : undefined;
  const controller = await firstFree([before?.controller, usualPorts.controller], named);
  if (named !== undefined) return { broker: named, controller };
  const usual = explicit === "0" ? undefined : usualPorts.broker;
  return { broker: await firstFree([before?.broker, usual], controller), controller };
}

/** Both anew, after somebody else was quicker with the chosen ones. */
export async function otherPorts(): Promise<Ports> {
  return { broker: await freePort(loopback), controller: await freePort(loopback) };
}

export async function rememberPorts(folder: string, ports: Ports): Promise<void> {
  await writeFile(fileOf(folder), JSON.stringify(ports));
}

export function portTaken(port: number): StartFailure {
  return new StartFailure(
    "port-taken",
    `KAFKA_PORT is ${port}, but another program uses it. Stop that program, or leave KAFKA_PORT out to use a free port.`,
  );
}

async function exactly(port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartFailure("settings-wrong", "KAFKA_PORT must be a number from 0 to 65535.");
  }
  if (!(await isFree(loopback, port))) throw portTaken(port);
  return port;
}

async function firstFree(wanted: (number | undefined)[], except?: number): Promise<number> {
  for (const port of wanted) {
    if (port !== undefined && port !== except && (await isFree(loopback, port))) return port;
  }
  return freePort(loopback);
}

async function remembered(folder: string): Promise<Ports | null> {
  try {
    return JSON.parse(await readFile(fileOf(folder), "utf8")) as Ports;
  } catch {
    return null;
  }
}

function fileOf(folder: string): string {
  return join(folder, "ports.json");
}
