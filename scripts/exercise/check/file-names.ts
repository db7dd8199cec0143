import { readdirSync } from "node:fs";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** What each file or folder of an exercise is called. `exercise.yaml` names the two JSON files itself. */
const roles = new Set([
  "README.md",
  "approaches",
  "checks.ts",
  "design.md",
  "domain.ts",
  "events.d.ts",
  "exercise.yaml",
  "feedback.md",
  "hints",
  "log.ndjson",
  "log.ts",
  "logs.ts",
  "messages.ts",
  "order.ts",
  "solution.ts",
  "starter.ts",
  "wrong",
]);

/** Files with a name that says none of the roles above. Tests and hidden files may have any name. */
export function fileNames(subject: ExerciseUnderCheck): Remark[] {
  const { commands, args } = subject.yaml.content;
  return readdirSync(subject.folder.path)
    .filter((name) => !roles.has(name) && name !== commands && name !== args)
    .filter((name) => !name.startsWith(".") && !name.endsWith(".test.ts"))
    .toSorted()
    .map((name) => ({
      file: subject.file(name),
      wrong: "An exercise has no file with this name, so nobody knows what it is for.",
      next: "Generated logs go into logs.ts, the sentences of the checks into messages.ts, what the records mean into domain.ts; code that several exercises share into a folder of its own without exercise.yaml.",
      needed: "course" as const,
    }));
}
