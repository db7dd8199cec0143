import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { lineInFile } from "../../../exercises/answer-source.ts";
import { sandboxGlobals } from "../../../site/src/workbench/code/sandbox-globals.ts";
import type { Remark } from "../../authoring/remark.ts";
import { compile, type TypeProblem } from "./compiler.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

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
  const { exercise, isPredicted } = subject;
  const starter: Source = { answer: "starter", source: exercise.starter, file: exercise.starterFile };
  const sources: Source[] = [
    ...(isPredicted ? [] : [starter]),
    { answer: "solution", source: exercise.solution, file: "solution.ts" },
    ...exercise.approaches.map(({ name, ...each }) => ({ answer: `approaches/${name}`, ...each })),
  ];
  const remarks: Remark[] = [];
  for (const problem of await problemsOf(sources, exercise.types)) {
    const found = sources.find(({ answer }) => `${answer}.ts` === problem.file);
    if (found) remarks.push(await underlined(subject, found, problem));
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
  problem: TypeProblem,
): Promise<Remark> {
  const isEdit = file.endsWith(".yaml");
  const { missing, near, said } = readMessage(problem);
  return {
    file: `${folder.shown}/${file}`,
    ...(!isEdit && { line: await lineInFile(folder, answer, problem.line) }),
    wrong: `A learner would see this underlined${isEdit ? `, in line ${problem.line} of the edited solution` : ""}: ${said}`,
    next: nextFor(missing, near),
    needed: "course",
  };
}

/** What the compiler says about sources. They may be edits, so they are written to a folder of their own first. */
async function problemsOf(sources: Source[], types: string): Promise<TypeProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-types-"));
  try {
    const files = sources.map(({ answer }) => `${answer}.ts`);
    for (const { answer, source } of sources) {
      await mkdir(dirname(join(folder, answer)), { recursive: true });
      await writeFile(join(folder, `${answer}.ts`), source);
    }
    await writeFile(join(folder, "types.d.ts"), types);
    await writeFile(join(folder, "globals.d.ts"), sandboxGlobals);
    return await compile([...options, "types.d.ts", "globals.d.ts", ...files], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
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

/** The name that nobody declares, the nearest one that somebody does, and the message without it. */
function readMessage({ message }: TypeProblem) {
  const missing = /^Cannot find name '(\w+)'/.exec(message)?.[1];
  const near = /Did you mean '(.+?)'\?/.exec(message)?.[1];
  return { missing, near, said: missing === undefined ? message : `Cannot find name '${missing}'.` };
}

function nextFor(missing: string | undefined, near: string | undefined): string {
  if (missing === undefined) return "Fix the source, or the types in events.d.ts.";
  if (hostNames.has(missing))
    return `The sandbox does not have \`${missing}\`: it has the language itself and console.log. Write the code without it.`;
  if (near !== undefined) return `Write \`${near}\`, or declare \`${missing}\`.`;
  return `Declare \`${missing}\` in this file, or in events.d.ts if it is the type of an event.`;
}
