import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Files from this size on are compressed a little less thoroughly: at best quality they would take half a minute. */
const large = 1_000_000;

/** How many bytes a file takes under way: after brotli at its best quality, as a file host would send it. */
export type Weigh = (name: string, content: Buffer) => Promise<number>;

/** Weighs once for each content: `memory` is a file that keeps what was weighed, since large files take seconds. */
export async function scales(memory: string): Promise<{ weigh: Weigh; close(): Promise<void> }> {
  const text = await readFile(memory, "utf8").catch(() => "{}");
  const known = new Map<string, number>(Object.entries(JSON.parse(text)));
  const used = new Map<string, number>();
  return {
    async weigh(name, content) {
      // Compressed already.
      if (name.endsWith(".woff2")) return content.length;
      const key = createHash("sha256").update(content).digest("base64url");
      const bytes = known.get(key) ?? (await brotli(content));
      used.set(key, bytes);
      return bytes;
    },
    async close() {
      await mkdir(dirname(memory), { recursive: true });
      await writeFile(memory, JSON.stringify(Object.fromEntries(used)));
    },
  };
}

async function brotli(content: Buffer): Promise<number> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const quality = content.length < large ? 11 : 9;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: content.length };
  return (await compress(content, { params })).length;
}
