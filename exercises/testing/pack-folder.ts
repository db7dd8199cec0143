import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** A pack far from this project, as a class has one: a rain gauge, emptied now and then. */
export class PackFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(title = "Monday"): Promise<PackFolder> {
    const pack = new PackFolder(await mkdtemp(join(tmpdir(), "offset-zero-pack-")));
    await pack.write("package.json", '{ "type": "module" }');
    await pack.write("pack.yaml", `title: ${title}`);
    return pack;
  }

  async write(file: string, text: string): Promise<void> {
    const path = join(this.path, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** An exercise with a check whose title comes from a file of its own, and a log of one record for each fall of rain. */
  async add(slug: string, falls = [3, 4]): Promise<void> {
    const files: Record<string, string> = {
      "exercise.yaml": `id: ${basename(slug)}\ntitle: Rain\nstarter: { check: fell }\nwrong: {}\n`,
      "README.md": "Add what **fell**.\n\n<script>alert(1)</script>",
      "starter.ts": starter,
      "solution.ts": starter.replace(
        "return level;",
        'return event.type === "RainFell" ? level + event.data.mm : level;',
      ),
      "log.ndjson": logOf(falls),
      "messages.ts": 'export const words = "It rained.";\n',
      "checks.ts": checks,
      "hints/1.md": "What does the record say?",
    };
    for (const [name, text] of Object.entries(files)) await this.write(`${slug}/${name}`, text);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

const starter = `export const initialState = () => 0;
export function evolve(level: number, event: { type: string; data: { mm: number } }): number {
  return level;
}
`;

const checks = `import type { ExerciseChecks } from "offset-zero/engine/grading/checks.ts";
import { isObject } from "offset-zero/engine/fold/json.ts";
import { words } from "./messages.ts";
export default {
  checks: [{ id: "fell", title: words, covers: () => !isObject(words), message: () => words + " How much fell?" }],
} satisfies ExerciseChecks;
`;

export function logOf(falls: number[]): string {
  const line = (mm: number, at: number) => {
    const metadata = { id: `r${at}`, occurredAt: `2026-03-02T0${at}:00:00Z` };
    return JSON.stringify({ key: "gauge", event: { type: "RainFell", data: { mm }, metadata } });
  };
  return falls.map(line).join("\n");
}
