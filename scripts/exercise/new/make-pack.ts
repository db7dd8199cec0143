import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { stringify } from "yaml";
import { exerciseSchemaFile, packSchemaFile } from "../../authoring/schema-files.ts";
import { rootFolder } from "../../data-folder.ts";

/** Makes a folder a pack: what it has already stays. Gives the names of the files that were written. */
export async function makePack(folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const [name, text] of Object.entries(filesOf(folder))) {
    if (existsSync(join(folder, name))) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
    written.push(name);
  }
  return written;
}

function filesOf(folder: string): Record<string, string> {
  const project = relative(folder, rootFolder).replaceAll("\\", "/") || ".";
  return {
    "pack.yaml": `# What stands under defaults holds for every exercise of this folder that does not say otherwise.
title: ${stringify(titleOf(basename(folder))).trim()}
defaults: { level: class }
`,
    // An editor that reads YAML completes the keys.
    ".vscode/settings.json": `${JSON.stringify(
      {
        "yaml.schemas": {
          [`${project}/${exerciseSchemaFile}`]: "*/exercise.yaml",
          [`${project}/${packSchemaFile}`]: "pack.yaml",
        },
      },
      null,
      2,
    )}\n`,
    // Node and editors read checks.ts as a module.
    "package.json": `${JSON.stringify({ private: true, type: "module" }, null, 2)}\n`,
    "tsconfig.json": `// For editors only: where the types of checks lie. Fix the paths when this folder or Offset Zero moves.
{
  "compilerOptions": {
    "target": "es2024",
    "module": "preserve",
    "moduleResolution": "bundler",
    "strict": true,
    "noEmit": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "types": [],
    "paths": {
      "offset-zero/*": ["${project}/*"],
      "fast-check": ["${project}/node_modules/fast-check"],
    },
  },
  "include": ["**/*", "${project}/exercises/types.d.ts"],
  // What learners write has global names, the same in each exercise.
  "exclude": ["*/starter.ts", "*/solution.ts", "*/wrong", "*/approaches", "*/events.d.ts"],
}
`,
  };
}

/** "late-stock" as a title: "Late stock". */
export function titleOf(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
