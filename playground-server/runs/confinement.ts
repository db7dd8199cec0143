import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = import.meta.dirname;
const engine = join(here, "../../engine");
/** How Kafka lays records out as bytes: fold lanes decode them themselves. */
const recordBatch = join(here, "../log/record-batch.ts");

/** The packages the sandbox process loads, each by a file in it. */
const packages: [name: string, file: string][] = [
  ["quickjs-wasi", "quickjs-wasi"],
  ["amaro", "amaro"],
  ["@noble/hashes", "@noble/hashes/sha2.js"],
];

/** A package's folder, wherever npm put it. */
function folderOf([name, file]: [string, string]): string {
  const path = fileURLToPath(import.meta.resolve(file));
  const folder = join("node_modules", name);
  return path.slice(0, path.lastIndexOf(folder) + folder.length);
}

/**
 * What Node is told when it runs learners' code: it may read its own code and nothing else, and has no network, no
 * child processes, no workers, no add-ons. The large stack is for the engine's parser, which is bounded by itself.
 */
export const confinement: string[] = [
  "--permission",
  ...[here, engine, recordBatch, ...packages.map(folderOf)].map((folder) => `--allow-fs-read=${folder}`),
  "--stack-size=4000",
  "--max-old-space-size=256",
  "--disable-warning=SecurityWarning",
];

/** How a confined process is started: with an empty environment, so that there is nothing of ours to find. */
export function confined(script: string) {
  return {
    command: process.execPath,
    args: [...confinement, join(here, script)],
    options: { env: {}, cwd: dirname(engine), stdio: ["pipe", "pipe", "pipe"] as ["pipe", "pipe", "pipe"] },
  };
}
