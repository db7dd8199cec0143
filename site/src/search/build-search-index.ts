import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";

/** Of what Pagefind writes beside the index only this is used: the search page draws by itself. */
const needed =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|pagefind\..*\.pf_meta|(fragment|index|filter)\/.*)$/;

/** Figures, forms and what a word's note says would be found in every lesson. */
const leftOut = [
  "astro-island",
  "[hidden]",
  ".parts",
  ".know",
  "p.record",
  "h2.record > span",
  ".ex-standing",
  ".open",
];

/** Indexes the built pages that say `data-pagefind-body`, and puts the index under `pagefind/`. */
export function buildSearchIndex(): AstroIntegration {
  return {
    name: "offset-zero:search",
    hooks: {
      async "astro:build:done"({ dir, logger }) {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({ excludeSelectors: leftOut });
        if (!index) throw new Error(`The search index could not be begun: ${errors.join(" ")}`);
        const { page_count } = await index.addDirectory({ path: folder });
        const { files } = await index.getFiles();
        await close();
        await write(
          join(folder, "pagefind"),
          files.filter(({ path }) => needed.test(path)),
        );
        logger.info(`${page_count} pages can be searched`);
      },
    },
  };
}

async function write(folder: string, files: { path: string; content: Uint8Array }[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, content);
  }
}
