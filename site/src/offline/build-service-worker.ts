import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { build } from "vite";
import { keptFiles } from "./kept-files.ts";
import { workerFile } from "./service-worker-name.ts";

/** Writes, beside the built site, the script that keeps it in a browser once it was visited: it names every file. */
export function buildServiceWorker(): AstroIntegration {
  return {
    name: "offset-zero:offline",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await build({
          configFile: false,
          root: import.meta.dirname,
          logLevel: "warn",
          define: {
            keptFiles: JSON.stringify(await keptFiles(folder)),
            "process.env.NODE_ENV": JSON.stringify("production"),
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            modulePreload: false,
            rolldownOptions: {
              input: join(import.meta.dirname, "worker.ts"),
              output: { entryFileNames: workerFile, format: "iife" },
            },
          },
        });
      },
    },
  };
}
