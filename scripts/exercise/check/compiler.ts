import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The compiler's own program: `tsc` on the path may be another. */
const tsc = fileURLToPath(import.meta.resolve("typescript/package.json").replace("package.json", "bin/tsc"));

/** What the compiler says about a line. The file's path is relative to the folder in which it ran. */
export interface TypeProblem {
  file: string;
  line: number;
  /** Its number in the compiler's list of messages. */
  code: number;
  message: string;
}

/** Runs the compiler in a folder, and reads what it says. */
export async function compile(args: string[], folder: string): Promise<TypeProblem[]> {
  const output = await outputOf(["--pretty", "false", ...args], folder);
  return output.split("\n").flatMap((told) => {
    const found = /^(.+?)\((\d+),\d+\): error TS(\d+): (.*)$/.exec(told);
    if (!found) return [];
    const [, path = "", line, code, message = ""] = found;
    return [{ file: path.replaceAll("\\", "/"), line: Number(line), code: Number(code), message }];
  });
}

function outputOf(args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, ...args], { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}
