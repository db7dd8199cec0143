import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import type { Remark } from "./remark.ts";

const course = join(import.meta.dirname, "../../../exercises");
/** The compiler's own program: `tsc` on the path may be another. */
const tsc = fileURLToPath(import.meta.resolve("typescript/package.json").replace("package.json", "bin/tsc"));
const options = [
  "--ignoreConfig",
  "--noEmit",
  "--strict",
  "--skipLibCheck",
  "--pretty",
  "false",
  "--target",
  "es2024",
  "--lib",
  "es2024",
  "--types",
  "",
];

/**
 * Type-checks starter, solution and approaches against the exercise's own event types, as the editor shows them to a
 * learner. A wrong answer may be wrong in its types too.
 */
export async function typeCheck(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { folder, exercise } = subject;
  const pack = join(folder.path, "..");
  const common = folder.has("../types.d.ts") ? join(pack, "types.d.ts") : join(course, "types.d.ts");
  const own = folder.has("events.d.ts") ? [join(folder.path, "events.d.ts")] : [];
  const sources = [
    ...(subject.isPredicted ? [] : ["starter.ts"]),
    "solution.ts",
    ...exercise.approaches.map(({ name }) => `approaches/${name}.ts`),
  ];
  const files = sources.map((file) => join(folder.path, file));
  const output = await outputOf([...options, common, ...own, ...files], pack);
  return output.split("\n").flatMap((told) => {
    const found = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(told);
    if (!found) return [];
    const [, path = "", line, message] = found;
    const file = `${folder.shown}/${path.split("\\").join("/").split("/").slice(1).join("/")}`;
    return [
      {
        file,
        line: Number(line),
        wrong: `A learner would see this underlined: ${message}`,
        next: "Fix the source, or the types in events.d.ts.",
        needed: "course" as const,
      },
    ];
  });
}

/** What the compiler says about files, with paths as seen from `cwd`. */
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
