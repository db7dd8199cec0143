import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Language } from "../../../language/english/language.ts";

const root = join(import.meta.dirname, "../../../language");

// Not import(): Vite closes what it loads its configuration with, and a plugin is asked later.
export const requireFromSite = createRequire(import.meta.url);

export interface Folder extends Language {
  /** The language's folder, an absolute path. */
  path: string;
}

/** The languages of language/: one folder each. */
export function languages(): Folder[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const { language } = requireFromSite(join(root, name, "language.ts")) as { language: Language };
    return { ...language, path: join(root, name) };
  });
}

/** The language this build speaks: what OFFSET_ZERO_LANGUAGE names, else English. Throws when no folder has that code. */
export function spokenHere(code = process.env.OFFSET_ZERO_LANGUAGE ?? "en"): Folder {
  const all = languages();
  const found = all.find((language) => language.code === code);
  if (found) return found;
  const known = all.map((language) => language.code).join(", ");
  throw new Error(
    `OFFSET_ZERO_LANGUAGE is "${code}", and no folder of language/ says so. There are: ${known}.`,
  );
}
