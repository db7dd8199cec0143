import { join } from "node:path";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { freePort } from "../../services/processes/ports.ts";
import { chooseAddress, urlOf } from "../address.ts";
import { ROOT, takeDataFolder } from "../data-folder.ts";
import type { Life } from "../life.ts";
import { checkSettings } from "../options.ts";
import { astro } from "../site-build.ts";
import { openDoor } from "./door.ts";
import { startPart } from "./part.ts";
import type { ServerOrders } from "./server-main.ts";

/** A change in one of these is a change of the server: code, and the exercises it grades. */
const SERVER_SOURCES = ["engine", "exercises", "playground-server"];
const LOOPBACK = "127.0.0.1";

/**
 * The whole product with pages and server that follow the author's changes, behind one address. Its parts end with the
 * life; throws a StartFailure.
 */
export async function openDevHouse(
  life: Life,
  options: {
    seed: boolean;
    packs: string[];
    dataDir: string;
    env: NodeJS.ProcessEnv;
    log: (line: string) => void;
  },
): Promise<{ url: string; sentence: string }> {
  const { seed, packs, dataDir, env, log } = options;
  checkSettings(env, LOOPBACK);
  const folder = await takeDataFolder(dataDir);
  life.onEnd(() => folder.giveUp());
  const kafka = await openKafka({ dataDir, log, env });
  life.onEnd(() => kafka.stop());

  const { brokers, client, topicPrefix, version, kind, sentence, ours } = kafka;
  const orders: ServerOrders = {
    host: LOOPBACK,
    port: await freePort(LOOPBACK),
    kafka: { brokers, client, topicPrefix, version, kind, sentence, ours },
    seed,
    packs,
    dataDir,
  };
  const server = startPart({
    name: "The server",
    args: ["--disable-warning=TimeoutNegativeWarning", join(ROOT, "scripts", "dev", "server-main.ts")],
    cwd: ROOT,
    env: { ...env, OFFSET_ZERO_ORDERS: JSON.stringify(orders) },
    watch: SERVER_SOURCES.map((name) => join(ROOT, name)),
  });
  life.onEnd(server.end);

  const pages = await freePort(LOOPBACK);
  const site = startPart({
    name: "The site",
    args: [astro(), "dev", "--host", LOOPBACK, "--port", String(pages)],
    cwd: join(ROOT, "site"),
    env: { ...env, ASTRO_TELEMETRY_DISABLED: "1" },
    watch: [],
  });
  life.onEnd(site.end);

  const address = await chooseAddress(env);
  const door = await openDoor(address, { api: orders.port, pages });
  life.onEnd(door.close);
  const url = urlOf({ ...address, port: door.port });
  await folder.tellUrl(url);
  return { url, sentence };
}
