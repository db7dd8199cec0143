// `npm run dev`: as `npm start`, with pages and server that follow the author's changes, behind one address.

import { join } from "node:path";
import { dataFolder } from "./data-folder.ts";
import { openDevStack } from "./dev/dev-stack.ts";
import { joinLines } from "./join-lines.ts";
import { packLinks } from "./pack-links.ts";
import { runUntilShutdown } from "./shutdown.ts";
import { readOptions } from "./start-options.ts";

const { env } = process;
const dataDir = dataFolder(env);

await runUntilShutdown(join(dataDir, "logs"), async (shutdown) => {
  const log = shutdown.say;
  const { seed, packs } = readOptions(process.argv.slice(2));
  const { url, others, sentence } = await openDevStack(shutdown, { seed, packs, dataDir, env, log });
  log(`\nOffset Zero is at ${url} and follows your changes.\n${sentence}\n`);
  if (packs.length > 0) log(await packLinks(url, others[0]));
  if (others.length > 0) log(joinLines(others, process.stdout.isTTY));
});
