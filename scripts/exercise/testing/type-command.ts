import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { rootFolder } from "../../data-folder.ts";

/** `npm run exercise -- …` as somebody types it, while it runs. */
export function type(...args: string[]) {
  const child = spawn(process.execPath, [join(rootFolder, "scripts", "exercise.ts"), ...args], {
    cwd: rootFolder,
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  return { child, output, ended: once(child, "close").then(([code]) => code as number) };
}

/** The same, when it has ended. */
export async function typed(...args: string[]) {
  const { output, ended } = type(...args);
  return { code: await ended, ...output };
}
