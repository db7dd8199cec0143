import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "./build-site.ts";
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
/** The public address that the second build is told; nothing answers there. */
export const siteAddress = "https://course.example";

export interface E2eEnvironment {
  url: string;
  staticUrl: string;
  staticFolder: string;
  dataDir: string;
  close(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...provided } = await openE2eEnvironment();
  for (const [key, value] of Object.entries(provided)) project.provide(key as keyof typeof provided, value);
  return close;
}

/** Starts the product with `npm start`'s own script, and a file server with a second build of the site. */
export async function openE2eEnvironment(): Promise<E2eEnvironment> {
  // A product that stands already, for the one who writes a journey: no start, no second build.
  const { E2E_URL, E2E_STATIC_URL, E2E_STATIC_FOLDER = "", E2E_DATA_DIR = "" } = process.env;
  if (E2E_URL) {
    const staticUrl = E2E_STATIC_URL ?? E2E_URL;
    return {
      url: E2E_URL,
      staticUrl,
      staticFolder: E2E_STATIC_FOLDER,
      dataDir: E2E_DATA_DIR,
      close: async () => {},
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-journeys-"));
  const dataDir = join(folder, "data");
  const port = await freePort();
  const product = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port), KAFKA_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [product.stdout, product.stderr])
    stream?.on("data", (text) => said.push(String(text)));
  const url = `http://localhost:${port}`;
  await until(
    () => fetch(`${url}/readyz`).then(({ ok }) => ok),
    () => product.exitCode === null,
    () => `npm start did not become ready.\n${said.join("")}`,
  );

  await buildSite(join(folder, "site"), { BASE_PATH: subPath, SITE_URL: siteAddress });
  const files = await serveFolder(join(folder, "site"), subPath);
  return {
    url,
    staticUrl: `http://localhost:${files.port}${subPath}`,
    staticFolder: join(folder, "site"),
    dataDir,
    async close() {
      await Promise.all([files.close(), end(product)]);
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
