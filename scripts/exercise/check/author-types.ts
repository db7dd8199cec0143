import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Folder } from "../../../exercises/folder.ts";
import type { Remark } from "../../authoring/remark.ts";
import { compile, type TypeProblem } from "./compiler.ts";

const project = join(import.meta.dirname, "../../..");
const course = join(project, "exercises");

/** What an author writes for grading. Learners never see it, so its types are those of the engine. */
const authorFiles = ["checks.ts", "logs.ts", "log.ts", "messages.ts", "domain.ts"];

const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: "es2024",
  lib: ["es2024", "dom", "dom.iterable"],
  // Node's own way of finding modules does not look into the folder of a package that `paths` names.
  module: "preserve",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  types: [],
  paths: {
    "offset-zero/*": [join(project, "*")],
    "fast-check": [join(project, "node_modules/fast-check")],
  },
};

/** Type-checks the code of an exercise's checks and logs: a misspelt name there would reach learners as "undefined". */
export async function authorTypes(folder: Folder): Promise<Remark[]> {
  const files = authorFiles.filter((file) => folder.has(file)).map((file) => join(folder.path, file));
  if (files.length === 0) return [];
  // Declarations of events are in the words of these types.
  files.push(join(folder.has("../types.d.ts") ? join(folder.path, "..") : course, "types.d.ts"));
  const configuration = await mkdtemp(join(tmpdir(), "offset-zero-types-"));
  try {
    await writeFile(join(configuration, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const problems = await compile(["--project", configuration], folder.path);
    return problems
      .filter(({ file }) => authorFiles.includes(file))
      .map((problem) => remarkOfProblem(folder, problem));
  } finally {
    await rm(configuration, { recursive: true, force: true });
  }
}

function remarkOfProblem(folder: Folder, problem: TypeProblem): Remark {
  const { file, line, message } = problem;
  return {
    file: `${folder.shown}/${file}`,
    line,
    wrong: message.replace(/ Did you mean .*$/, ""),
    next: nextFor(problem),
    // Code with a wrong name gives undefined. Code with a wrong type may still run.
    needed: isMisspelt(problem) ? "always" : "course",
  };
}

/** The types that grading gives to an author's code. */
const given = /on type '(CheckContext|Event|EventMetadata|Command|Case|ExerciseChecks)(<.*>)?'/;

/** A name that does not exist: with and without a similar one, of a variable, a member or an export. */
function isMisspelt({ code, message }: TypeProblem): boolean {
  return [2304, 2305, 2353, 2551, 2552, 2561, 2724].includes(code) || (code === 2339 && given.test(message));
}

function nextFor({ code, message }: TypeProblem): string {
  const near = /Did you mean (?:to write )?'(.+?)'\?/.exec(message)?.[1];
  if (near !== undefined) return `Write \`${near}\`.`;
  if (/on type '(Json|string|number|true|JsonObject)/.test(message))
    return "Say what the value is where you read it: `at.event?.data as { mm: number }`.";
  if (code === 2339 && given.test(message))
    return "docs/write-an-exercise.md lists what there is, in step 5.";
  if ([2531, 2532, 2533, 18047, 18048, 18049].includes(code))
    return "Say what happens without it: `at.event` is null before the first record and at a command.";
  if (code === 2304 || code === 2307 || code === 2305)
    return "Write it, or import it from the file that has it.";
  return "Fix the value or its type. An editor underlines the same place.";
}
