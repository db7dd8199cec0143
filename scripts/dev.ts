// `npm run dev`: as `npm start`, with pages and server that follow the author's changes, behind one address.

import { join } from "node:path";
import { dataFolder } from "./data-folder.ts";
import { openDevHouse } from "./dev/house.ts";
import { live } from "./life.ts";
import { readOptions } from "./options.ts";
import { packLinks } from "./pack-links.ts";

const { env } = process;
const dataDir = dataFolder(env);
const log = (line: string): void => console.log(line);

await live(join(dataDir, "logs"), async (life) => {
  const { seed, packs } = readOptions(process.argv.slice(2));
  const { url, sentence } = await openDevHouse(life, { seed, packs, dataDir, env, log });
  log(`\nOffset Zero is at ${url} and follows your changes.\n${sentence}\n`);
  if (packs.length > 0) log(await packLinks(url));
});
