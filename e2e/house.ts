import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "./site-build.ts";
import { serveFolder } from "./static-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Everything, started as a newcomer starts it. */
    url: string;
    /** The same site below a sub-path of a plain file server: no API. */
    staticUrl: string;
    /** The folder that this file server serves, so that a test can serve it by a server of its own. */
    staticFolder: string;
    /** Where the product keeps its data, so that a test can find the broker's process; empty when not known. */
    dataDir: string;
  }
}

const root = join(import.meta.dirname, "..");
/** Where the second build lies below its server. */
export const subPath = "/courses/offset-zero";

export interface House {
  url: string;
  staticUrl: string;
  staticFolder: string;
  dataDir: string;
  close(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...provided } = await openHouse();
  for (const [key, value] of Object.entries(provided)) project.provide(key as keyof typeof provided, value);
  return close;
}

/** Starts the product with `npm start`'s own script, and a file server with a second build of the site. */
export async function openHouse(): Promise<House> {
  // A product that stands already, for the one who writes a journey: no start, no second build.
  const { HOUSE_URL, HOUSE_STATIC_URL, HOUSE_STATIC_FOLDER = "", HOUSE_DATA_DIR = "" } = process.env;
  if (HOUSE_URL) {
    const staticUrl = HOUSE_STATIC_URL ?? HOUSE_URL;
    return {
      url: HOUSE_URL,
      staticUrl,
      staticFolder: HOUSE_STATIC_FOLDER,
      dataDir: HOUSE_DATA_DIR,
      close: async () => {},
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-journeys-"));
  const dataDir = join(folder, "data");
  const port = await freePort();
  const house = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port), KAFKA_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [house.stdout, house.stderr]) stream?.on("data", (text) => said.push(String(text)));
  const url = `http://localhost:${port}`;
  await until(
    () => fetch(`${url}/readyz`).then(({ ok }) => ok),
    () => house.exitCode === null,
    () => `npm start did not become ready.\n${said.join("")}`,
  );

  await buildSite(join(folder, "site"), { BASE_PATH: subPath });
  const files = await serveFolder(join(folder, "site"), subPath);
  return {
    url,
    staticUrl: `http://localhost:${files.port}${subPath}`,
    staticFolder: join(folder, "site"),
    dataDir,
    async close() {
      await Promise.all([files.close(), end(house)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

async function until(
  holds: () => Promise<boolean>,
  goesOn: () => boolean,
  complaint: () => string,
): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline || !goesOn()) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
