import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";

const query = "?packed";

/**
 * `import text from "./file.ts?packed"` gives a file's text as `packed()` writes it, so that it cannot be read by
 * looking through the site's files. It is no secret: `unpacked()` gives it back.
 */
export function packedTextPlugin(): Plugin {
  return {
    name: "offset-zero:packed-text",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(query)) return null;
      const file = id.slice(0, -query.length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(deflateRawSync(await readFile(file)).toString("base64url"))};`;
    },
  };
}
