import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sandboxGlobals } from "../../../site/src/workbench/code/sandbox-globals.ts";
import type { Remark } from "../../authoring/remark.ts";
import { compile, type TypeProblem } from "./compiler.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

const course = join(import.meta.dirname, "../../../exercises");
const options = [
  "--ignoreConfig",
  "--noEmit",
  "--strict",
  "--skipLibCheck",
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
    "starter.ts",
    "solution.ts",
    ...exercise.approaches.map(({ name }) => `approaches/${name}.ts`),
  ];
  const files = sources.map((file) => join(folder.path, file));
  const place = await mkdtemp(join(tmpdir(), "offset-zero-types-"));
  try {
    const globals = join(place, "globals.d.ts");
    await writeFile(globals, sandboxGlobals);
    const problems = await compile([...options, common, globals, ...own, ...files], pack);
    return problems.map((problem) => ({
      file: subject.file(problem.file.split("/").slice(1).join("/")),
      line: problem.line,
      ...describeProblem(problem),
      needed: "course" as const,
    }));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Names that Node or a browser has. The sandbox has neither. */
const hostNames = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  "document",
  "exports",
  "module",
  "require",
  "window",
]);

function describeProblem({ message }: TypeProblem): Pick<Remark, "wrong" | "next"> {
  const missing = /^Cannot find name '(\w+)'/.exec(message)?.[1];
  const near = /Did you mean '(.+?)'\?/.exec(message)?.[1];
  const said = missing === undefined ? message : `Cannot find name '${missing}'.`;
  return { wrong: `A learner would see this underlined: ${said}`, next: nextFor(missing, near) };
}

function nextFor(missing: string | undefined, near: string | undefined): string {
  if (missing === undefined) return "Fix the source, or the types in events.d.ts.";
  if (hostNames.has(missing))
    return `The sandbox does not have \`${missing}\`: it has the language itself and console.log. Write the code without it.`;
  if (near !== undefined) return `Write \`${near}\`, or declare \`${missing}\`.`;
  return `Declare \`${missing}\` in this file, or in events.d.ts if it is the type of an event.`;
}
