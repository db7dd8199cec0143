import { networkInterfaces } from "node:os";
import { isLoopback, reachableNames } from "../playground-server/reachable-names.ts";
import { isFree, listenProblem } from "../services/processes/free-ports.ts";
import { StartFailure } from "../services/start-failure.ts";

const usualPort = 4000;
const portsTried = 100;
/** How the system says that a name or number is no address of this machine. */
const notOurs = ["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"];

export interface Address {
  host: string;
  port: number;
}

/**
 * Where to listen: HOST (127.0.0.1) and PORT (4000, else the next free one).
 * An explicit port that is taken is a StartFailure, because somebody counts on it; so is a host of another machine.
 */
export async function chooseAddress(env: NodeJS.ProcessEnv): Promise<Address> {
  const host = env.HOST || "127.0.0.1";
  await expectOwnAddress(host);
  if (env.PORT) {
    const port = Number(env.PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new StartFailure("settings-wrong", `PORT is ${env.PORT}; it must be a number from 0 to 65535.`);
    }
    if (port !== 0 && !(await isOurs(host, port))) {
      throw portTaken(port);
    }
    return { host, port };
  }
  for (let port = usualPort; port < usualPort + portsTried; port++) {
    if (await isOurs(host, port)) return { host, port };
  }
  return { host, port: 0 };
}

/** The sentence for a port that another program has. */
export function portTaken(port: number): StartFailure {
  return new StartFailure(
    "port-taken",
    `PORT is ${port}, but another program uses it. Stop that program, or leave PORT out to use a free port.`,
  );
}

async function expectOwnAddress(host: string): Promise<void> {
  if (!notOurs.includes((await listenProblem(host, 0)) ?? "")) return;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const usual = addresses.filter(({ family }) => family === "IPv4").map(({ address }) => address);
  throw new StartFailure(
    "settings-wrong",
    `HOST is ${host}, which is not an address of this machine. Its addresses are ${usual.join(", ")}; 0.0.0.0 means all of them. Leave HOST out to serve only this machine.`,
  );
}

/**
 * What people type. A server for this machine alone is called localhost: then the same port of ::1 has to be
 * free too, or "localhost" leads to somebody else.
 */
async function isOurs(host: string, port: number): Promise<boolean> {
  if (!(await isFree(host, port))) return false;
  if (host !== "127.0.0.1") return true;
  return !(await isTaken("::1", port));
}

/** Taken is not the opposite of free here: a machine without IPv6 has no ::1 to take. */
async function isTaken(host: string, port: number): Promise<boolean> {
  return (await isFree(host, 0)) && !(await isFree(host, port));
}

export function urlOf({ host, port }: Address): string {
  const name = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** The addresses at which other machines open what listens there, the best first; empty where none can. */
export function urlsForOthers({ host, port }: Address, { ALLOWED_HOSTS = "" }: NodeJS.ProcessEnv): string[] {
  // Names beside a server for this machine alone belong to a proxy in front: its port is not known here.
  if (isLoopback(host)) return [];
  const allowed = ALLOWED_HOSTS.split(",").flatMap((name) => name.trim() || []);
  return reachableNames(host, allowed).map((name) => `http://${name}:${port}`);
}
