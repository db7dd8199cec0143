import type { Plugin } from "vite";

/**
 * The type stripper asks Node for three things that browsers have under their own names. With those put in, the very
 * code that strips types on the server does so in the browser's worker.
 */
export function amaroInBrowser(): Plugin {
  return {
    ...stripper,
    enforce: "pre",
    applyToEnvironment: (environment) => environment.config.consumer === "client",
    // While the site is worked on, dependencies are bundled ahead, by plugins of their own.
    config: () => ({ optimizeDeps: { rolldownOptions: { plugins: [stripper] } } }),
  };
}

const stripper = {
  name: "offset-zero:amaro",
  transform(code: string, id: string) {
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
