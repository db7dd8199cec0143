import type { Plugin } from "vite";

/**
 * The type stripper asks Node for three things that browsers have under their own names. With those put in, the very
 * code that strips types on the server does so in the browser's worker.
 */
export function amaroInBrowser(): Plugin {
  return {
    name: "offset-zero:amaro",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.config.consumer === "client",
    transform(code, id) {
      if (!id.includes("/amaro/dist/internal.js")) return null;
      const changed = code
        .replace('require("util")', "globalThis")
        .replace(
          'var { Buffer: Buffer2 } = require("node:buffer");',
          "var Buffer2 = { from: (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)) };",
        );
      if (changed.includes('require("util")') || changed.includes("node:buffer")) {
        throw new Error("amaro asks Node for something new: see site/src/session/amaro-in-browser.ts.");
      }
      return { code: changed, map: null };
    },
  };
}
