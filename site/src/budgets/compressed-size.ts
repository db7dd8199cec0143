import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Files from this size on are compressed a little less thoroughly: at best quality they would take half a minute. */
const large = 1_000_000;

/** How many bytes a file takes under way: after brotli at its best quality, as a file host would send it. */
export type MeasureSize = (name: string, content: Buffer) => Promise<number>;

/**
 * Weighs once for each content, since large files take seconds. `memory` is a file that keeps what was weighed from one
 * build to the next; without it the scales know only what they weighed themselves.
 */
export async function openScales(memory = ""): Promise<{ weigh: MeasureSize; close(): Promise<void> }> {
  const text = await readFile(memory, "utf8").catch(() => "{}");
  const known: Partial<Record<string, number>> = JSON.parse(text);
  const used = new Map<string, Promise<number> | number>();
  return {
    async weigh(name, content) {
      // Compressed already.
      if (name.endsWith(".woff2")) return content.length;
      const key = createHash("sha256").update(content).digest("base64url");
      const bytes = used.get(key) ?? known[key] ?? brotli(content);
      used.set(key, bytes);
      return bytes;
    },
    async close() {
      const weights = await Promise.all([...used].map(async ([key, bytes]) => [key, await bytes] as const));
      await mkdir(dirname(memory), { recursive: true });
      await writeFile(memory, JSON.stringify(Object.fromEntries(weights)));
    },
  };
}

async function brotli(content: Buffer): Promise<number> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const quality = content.length < large ? 11 : 9;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: content.length };
  return (await compress(content, { params })).length;
}
