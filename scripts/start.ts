// `npm start`: finds or starts Kafka, builds the site where needed, serves site and API on one port.
import { join } from "node:path";
import { openKafka } from "../services/kafka/open-kafka.ts";
import { dataFolder, takeDataFolder } from "./data-folder.ts";
import { joinLines } from "./join-lines.ts";
import { chooseAddress, urlOf, urlsForOthers } from "./listen-address.ts";
import { listenOnPort } from "./listen-on-port.ts";
import { packLinks } from "./pack-links.ts";
import { describeAcls } from "./print-acls.ts";
import { runUntilShutdown } from "./shutdown.ts";
import { buildSiteIfStale } from "./site-build.ts";
import { builtSite } from "./site-stamp.ts";
import { checkSettings, readOptions } from "./start-options.ts";

const { env } = process;
const dataDir = dataFolder(env);
const logDir = join(dataDir, "logs");

await runUntilShutdown(logDir, async (shutdown) => {
  const log = shutdown.say;
  const options = readOptions(process.argv.slice(2));
  if (options.acls) {
    console.log(describeAcls(env));
    process.exit(0);
  }
  const folder = await takeDataFolder(dataDir);
  shutdown.onEnd(() => folder.giveUp());
  // Looked at before the slow parts, so that a taken port or a setting that cannot be used is said at once.
  checkSettings(env, (await chooseAddress(env)).host);

  const built = options.build ? null : await builtSite(env);

  const [kafka, siteDir] = await Promise.all([
    openKafka({ dataDir, log, env }).then((opened) => {
      shutdown.onEnd(() => opened.stop());
      return opened;
    }),
    options.build ? buildSiteIfStale(logDir, env, log) : built,
  ]);

  const { seed, packs } = options;
  const { server, address } = await listenOnPort(env, { kafka, seed, packs, siteDir, dataDir, log, env });
  shutdown.onEnd(() => server.close());
  const own = urlOf(address);
  const others = urlsForOthers(address, env);
  const url = others[0] ?? own;
  await folder.tellUrl(own);
  const missing = await server.ready();
  log(`\nOffset Zero is at ${url}${missing ? `, but it is not ready. ${missing}` : ""}\n${kafka.sentence}`);
  if (packs.length > 0) log(await packLinks(own, url));
  if (others.length > 0) log(joinLines(others, process.stdout.isTTY));
  if (missing !== null) {
    await server.ready(Number.POSITIVE_INFINITY);
    log("Offset Zero is ready.");
  }
});
