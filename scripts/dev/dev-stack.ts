import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { reachableNames } from "../../playground-server/reachable-names.ts";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { freePort } from "../../services/processes/free-ports.ts";
import { rootFolder, takeDataFolder } from "../data-folder.ts";
import { chooseAddress, urlOf, urlsForOthers } from "../listen-address.ts";
import type { Shutdown } from "../shutdown.ts";
import { astro } from "../site-build.ts";
import { checkSettings } from "../start-options.ts";
import type { ServerOrders } from "./server-main.ts";
import { startWatchedProcess } from "./watched-process.ts";

/** A change in one of these is a change of the server: code, and the exercises it grades. */
const serverSources = ["engine", "exercises", "playground-server"];
const loopback = "127.0.0.1";
const betweenTriesMs = 250;

/**
 * The whole product with pages and server that follow the author's changes, behind one address. Its parts end with the
 * shutdown; throws a StartFailure.
 */
export async function openDevStack(
  shutdown: Shutdown,
  options: {
    seed: boolean;
    packs: string[];
    dataDir: string;
    env: NodeJS.ProcessEnv;
    log: (line: string) => void;
  },
): Promise<{ url: string; others: string[]; sentence: string }> {
  const { seed, packs, dataDir, env, log } = options;
  checkSettings(env, loopback);
  const folder = await takeDataFolder(dataDir);
  shutdown.onEnd(() => folder.giveUp());
  const kafka = await openKafka({ dataDir, log, env });
  shutdown.onEnd(() => kafka.stop());

  const { brokers, client, topicPrefix, version, kind, sentence, ours } = kafka;
  const orders: ServerOrders = {
    host: loopback,
    port: await freePort(loopback),
    kafka: { brokers, client, topicPrefix, version, kind, sentence, ours },
    seed,
    packs,
    dataDir,
  };
  const server = startWatchedProcess({
    name: "The server",
    args: ["--disable-warning=TimeoutNegativeWarning", join(rootFolder, "scripts", "dev", "server-main.ts")],
    cwd: rootFolder,
    env: { ...env, ALLOWED_HOSTS: allowedHosts(env), OFFSET_ZERO_ORDERS: JSON.stringify(orders) },
    watch: serverSources.map((name) => join(rootFolder, name)),
  });
  shutdown.onEnd(server.end);

  const { host, port } = await chooseAddress(env);
  const address = { host, port: port || (await freePort(host)) };
  const site = startWatchedProcess({
    name: "The site",
    args: [astro(), "dev", "--host", address.host, "--port", String(address.port)],
    cwd: join(rootFolder, "site"),
    env: {
      ...env,
      SERVER_PORT: String(orders.port),
      PACK_FOLDERS: JSON.stringify(packs.map((pack) => resolve(pack))),
      ASTRO_TELEMETRY_DISABLED: "1",
    },
    watch: [],
  });
  shutdown.onEnd(site.end);

  const url = urlOf(address);
  await waitForPages(url);
  await folder.tellUrl(url);
  return { url, others: urlsForOthers(address, env), sentence };
}

/** The server is behind Astro, which passes on the name that a browser asked for: other machines use these. */
function allowedHosts({ HOST, ALLOWED_HOSTS = "" }: NodeJS.ProcessEnv): string {
  if (ALLOWED_HOSTS !== "" || HOST === undefined) return ALLOWED_HOSTS;
  return reachableNames(HOST, []).join(",");
}

/** Waits for Astro, which takes seconds to start. If it ends instead, the terminal says so, and the author ends the rest. */
async function waitForPages(url: string): Promise<void> {
  const answers = () =>
    fetch(`${url}/favicon.svg`).then(
      () => true,
      () => false,
    );
  while (!(await answers())) await sleep(betweenTriesMs);
}
