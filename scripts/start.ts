// `npm start`: finds or starts Kafka, builds the site where needed, serves site and API on one port.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ServerOptions, startServer } from "../playground-server/main.ts";
import { openKafka } from "../services/kafka/open-kafka.ts";
import { chooseAddress, urlOf } from "./address.ts";
import { dataFolder, takeDataFolder } from "./data-folder.ts";
import { live } from "./life.ts";
import { checkSettings, readOptions } from "./options.ts";
import { packLinks } from "./pack-links.ts";
import { buildSiteIfStale, SITE_DIST } from "./site-build.ts";

/** Another program may take the port between our look and the server's bind. */
const LISTEN_TRIES = 3;

const { env } = process;
const dataDir = dataFolder(env);
const logDir = join(dataDir, "logs");
const log = (line: string): void => console.log(line);

await live(logDir, async (life) => {
  const options = readOptions(process.argv.slice(2));
  const folder = await takeDataFolder(dataDir);
  life.onEnd(() => folder.giveUp());
  // Looked at before the slow parts, so that a taken port or a setting that cannot be used is said at once.
  checkSettings(env, (await chooseAddress(env)).host);

  const [kafka] = await Promise.all([
    openKafka({ dataDir, log, env }).then((opened) => {
      life.onEnd(() => opened.stop());
      return opened;
    }),
    options.build ? buildSiteIfStale(logDir, env, log) : undefined,
  ]);

  const siteDir = existsSync(SITE_DIST) ? SITE_DIST : null;
  const { seed, packs } = options;
  const { server, url } = await listen({ kafka, seed, packs, siteDir, dataDir, log, env });
  life.onEnd(() => server.close());
  await folder.tellUrl(url);
  log(`\nOffset Zero is at ${url}\n${kafka.sentence}`);
  if (packs.length > 0) log(await packLinks(url));
});

async function listen(parts: Omit<ServerOptions, "host" | "port">) {
  for (let tries = 1; ; tries++) {
    const address = await chooseAddress(env);
    try {
      const server = await startServer({ ...address, ...parts });
      return { server, url: urlOf({ ...address, port: Number(new URL(server.url).port) }) };
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || env.PORT || tries === LISTEN_TRIES) throw error;
    }
  }
}
