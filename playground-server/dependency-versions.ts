import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The parts that meet hostile bytes, as they run here. */
export interface DependencyVersions {
  node: string;
  ws: string;
  /** SHA-256 of the engine's module: the same package version could carry another engine. */
  engineModule: string;
}

/** Oldest releases without a security hole that is known. To be raised with each security release. */
export const oldestSafe = {
  /** By release line. Lines between and before these get no fixes any more. */
  node: { 24: "24.18.1", 26: "26.10.0" } as Record<number, string>,
  ws: "8.21.1",
};

/** The builds of the engine whose release notes were read, and the engine's own version in each. */
export const knownEngines: Record<string, string> = {
  c0bd8f296e18cf074969f6401b9ecb72609a1323818ec2b9bf7a8f8d740d1363: "quickjs-ng-0.18.0",
};

export function runningVersions(): DependencyVersions {
  const websocket = createRequire(createRequire(import.meta.url).resolve("@fastify/websocket"));
  const { version } = websocket("ws/package.json") as { version: string };
  const module = readFileSync(fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
  return {
    node: process.versions.node,
    ws: version,
    engineModule: createHash("sha256").update(module).digest("hex"),
  };
}

/** What an operator should fix, a sentence each; empty when all is well. */
export function unsafeParts({ node, ws, engineModule }: DependencyVersions): string[] {
  const line = Number.parseInt(node, 10);
  const newestLine = Math.max(...Object.keys(oldestSafe.node).map(Number));
  const oldest = oldestSafe.node[line] ?? (oldestSafe.node[newestLine] as string);
  return [
    isOlder(node, oldest) &&
      `Node ${node} lacks security fixes that learners' code could use. Use ${oldest} or newer.`,
    isOlder(ws, oldestSafe.ws) &&
      `The package ws ${ws} lacks security fixes. Install ${oldestSafe.ws} or newer.`,
    !Object.hasOwn(knownEngines, engineModule) &&
      `The engine's module ${engineModule.slice(0, 12)} has not been reviewed. Read its release notes, then list it in versions.ts.`,
  ].filter((sentence) => sentence !== false);
}

/** By number, release by release: 24.9.0 is older than 24.18.1. */
function isOlder(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (const i of [0, 1, 2]) {
    const difference = (ours?.[i] || 0) - (theirs?.[i] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
