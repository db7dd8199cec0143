import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IsolationLayer, osIsolationLayers, type ProcessBounds } from "./os-isolation-layers.ts";

const here = import.meta.dirname;
const engine = join(here, "../../engine");
/** How Kafka lays records out as bytes: fold lanes decode them themselves. */
const recordBatch = join(here, "../log/record-batch.ts");

/** What runs jq for the terminal. */
const jqFolder = join(here, "../terminal/jq");

/** The packages the sandbox process loads, each by a file in it. */
const packages: [name: string, file: string][] = [
  ["quickjs-wasi", "quickjs-wasi"],
  ["amaro", "amaro"],
  ["acorn", "acorn"],
  ["@noble/hashes", "@noble/hashes/sha2.js"],
  ["jq-wasm", "jq-wasm"],
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
const nodeFlags: string[] = [
  "--permission",
  ...[here, engine, recordBatch, jqFolder, ...packages.map(folderOf)].map(
    (folder) => `--allow-fs-read=${folder}`,
  ),
  "--stack-size=4000",
  "--max-old-space-size=256",
  // The engine frees its large memories itself: see engine/sandbox/instance-pool.ts.
  "--expose-gc",
  "--disable-warning=SecurityWarning",
];

const nodeSentence =
  "Your code runs in a process that may read only its own program files. Node gives it no network, child processes, workers or add-ons.";

const known = new Map<string, IsolationLayer[]>();

/** The system's layers around Node with these bounds. */
function layersFor(bounds: ProcessBounds): IsolationLayer[] {
  const name = JSON.stringify(bounds);
  const layers = known.get(name) ?? osIsolationLayers(bounds, [process.execPath, ...nodeFlags, "--eval", ""]);
  known.set(name, layers);
  return layers;
}

/**
 * How a confined process is started: with an empty environment, so that there is nothing of ours to find, and in all
 * that this system gives.
 */
export function confined(bounds: ProcessBounds, ...args: string[]) {
  const layers = layersFor(bounds).flatMap(({ command }) => command);
  const [command = "", ...rest] = [...layers, process.execPath, ...nodeFlags, ...args];
  return {
    command,
    args: rest,
    options: { env: {}, cwd: dirname(engine), stdio: ["pipe", "pipe", "pipe"] as ["pipe", "pipe", "pipe"] },
  };
}

/** What is in force around the processes that run learners' code, a sentence each. */
export function limitsInForce(bounds: ProcessBounds): string[] {
  return [nodeSentence, ...layersFor(bounds).map(({ sentence }) => sentence)];
}
