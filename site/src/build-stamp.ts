import { writeFile } from "node:fs/promises";
import type { AstroIntegration } from "astro";

/**
 * Writes `build.json` into a finished build: for which path and in which language it is, and when it was begun.
 * `npm start` reads it: pages that were built for another path ask for files that the server does not have.
 */
export function stampBuild(language: string): AstroIntegration {
  let basePath = "/";
  let begun = 0;
  return {
    name: "offset-zero:build-stamp",
    hooks: {
      "astro:config:done": ({ config }) => {
        basePath = config.base;
      },
      "astro:build:start": () => {
        begun = Date.now();
      },
      "astro:build:done": ({ dir }) =>
        writeFile(new URL("build.json", dir), `${JSON.stringify({ basePath, language, begun })}\n`),
    },
  };
}
