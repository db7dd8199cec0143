import type { Plugin } from "vite";

/**
 * A part that is loaded on demand finds most of what it imports in the page already. Vite would write a list of all of
 * it into what every lesson loads first: more bytes than the one step it saves is worth. Styles stay in the list.
 */
export function noModulePreload(): Plugin {
  return {
    name: "offset-zero:lean-imports",
    // Astro hands the environment of the browser no such option of its own configuration.
    configEnvironment: (name) => (name === "client" ? { build: { modulePreload: false } } : null),
  };
}
