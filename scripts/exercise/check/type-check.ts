import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lineInFile } from "../../../exercises/answer-source.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import type { Remark } from "./remark.ts";

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
  const { exercise } = subject;
  const sources: Source[] = [
    { answer: "starter", source: exercise.starter, file: exercise.starterFile },
    { answer: "solution", source: exercise.solution, file: "solution.ts" },
    ...exercise.approaches.map(({ name, ...each }) => ({ answer: `approaches/${name}`, ...each })),
  ];
  const output = await outputFor(sources, exercise.types);
  const remarks: Remark[] = [];
  for (const told of output.split("\n")) {
    const [, path = "", line, message] = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(told) ?? [];
    const answer = path.split("\\").join("/").replace(/\.ts$/, "");
    const found = sources.find((each) => each.answer === answer);
    if (found) remarks.push(await underlined(subject, found, Number(line), message ?? ""));
  }
  return remarks;
}

interface Source {
  answer: string;
  source: string;
  file: string;
}

async function underlined(
  { folder }: ExerciseUnderCheck,
  { answer, file }: Source,
  line: number,
  message: string,
): Promise<Remark> {
  const isEdit = file.endsWith(".yaml");
  return {
    file: `${folder.shown}/${file}`,
    ...(!isEdit && { line: await lineInFile(folder, answer, line) }),
    wrong: `A learner would see this underlined${isEdit ? `, in line ${line} of the edited solution` : ""}: ${message}`,
    next: "Fix the source, or the types in events.d.ts.",
    needed: "course",
  };
}

/** What the compiler says about sources. They may be edits, so they are written to a folder of their own first. */
async function outputFor(sources: Source[], types: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-types-"));
  try {
    const files = sources.map(({ answer }) => `${answer}.ts`);
    for (const { answer, source } of sources) {
      await mkdir(dirname(join(folder, answer)), { recursive: true });
      await writeFile(join(folder, `${answer}.ts`), source);
    }
    await writeFile(join(folder, "types.d.ts"), types);
    return await outputOf([...options, "types.d.ts", ...files], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
