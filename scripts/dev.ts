// `npm run dev`: as `npm start`, with pages and server that follow the author's changes, behind one address.
import { join } from "node:path";
import { openKafka } from "../services/kafka/open-kafka.ts";
import { freePort } from "../services/processes/ports.ts";
import { chooseAddress, urlOf } from "./address.ts";
import { dataFolder, ROOT, takeDataFolder } from "./data-folder.ts";
import { openDoor } from "./dev/door.ts";
import { startPart } from "./dev/part.ts";
import type { ServerOrders } from "./dev/server-main.ts";
import { live } from "./life.ts";
import { checkSettings, readOptions } from "./options.ts";
import { astro } from "./site-build.ts";

/** A change in one of these is a change of the server: code, and the exercises it grades. */
const SERVER_SOURCES = ["engine", "exercises", "playground-server"];
const LOOPBACK = "127.0.0.1";

const { env } = process;
const dataDir = dataFolder(env);
const log = (line: string): void => console.log(line);

await live(join(dataDir, "logs"), async (life) => {
  const options = readOptions(process.argv.slice(2));
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
    seed: options.seed,
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
  log(`\nOffset Zero is at ${url} and follows your changes.\n${kafka.sentence}\n`);
});
