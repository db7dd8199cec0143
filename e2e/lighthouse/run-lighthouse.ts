import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromiumPath } from "../../scripts/test/required-tools.ts";

const folder = import.meta.dirname;
const program = join(folder, "node_modules/lighthouse/cli/index.js");

/** Lighthouse's categories by their own names. */
export type Category = "performance" | "accessibility" | "best-practices" | "seo";

export interface LighthouseResult {
  /** From 0 to 100. */
  scores: Partial<Record<Category, number>>;
  /** What cost points, a line each. */
  lost: string[];
}

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
}

let installed: Promise<void> | undefined;

/** Installs Lighthouse where it is not there yet; with a slow registry that takes minutes. */
export function installLighthouse(): Promise<void> {
  installed ??= existsSync(program)
    ? Promise.resolve()
    : run("npm", ["ci", "--workspaces=false", "--ignore-scripts"], folder);
  return installed;
}

/** Looks at a page with Lighthouse, which is installed when it is first asked. `file` is where its report is put. */
export async function audit(url: string, categories: Category[], file: string): Promise<LighthouseResult> {
  await installLighthouse();
  const flags = [
    url,
    "--quiet",
    "--disable-full-page-screenshot",
    "--no-enable-error-reporting",
    "--output=json",
    `--output-path=${file}`,
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    `--only-categories=${categories.join(",")}`,
    // As a reader at a desk; a phone's processor is imitated by slowing this one, which measures the machine.
    "--preset=desktop",
  ];
  await run(process.execPath, [program, ...flags], folder);
  const report: Report = JSON.parse(await readFile(file, "utf8"));
  const lost = Object.entries(report.categories).flatMap(([name, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const found = report.audits[id];
      const isLost = weight > 0 && found?.score !== null && (found?.score ?? 1) < 1;
      return isLost ? [`${name}: ${found?.title} ${found?.displayValue ?? ""}`.trim()] : [];
    }),
  );
  const scores = Object.entries(report.categories).map(([name, { score }]) => [
    name,
    Math.round(score * 100),
  ]);
  return { scores: Object.fromEntries(scores), lost };
}

function run(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CHROME_PATH: chromiumPath() ?? "" };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} exited with ${code}.\n${said}`)),
    );
  });
}
