import type { ExerciseChecks } from "../../../engine/grading/checks.ts";
import { type Exercise, merged, openPack, readExercise } from "../../../exercises/catalog.ts";
import type { Folder } from "../../../exercises/folder.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import { type Level, type Remark, remarkOf } from "../../authoring/remark.ts";
import { readYaml, type YamlText } from "../../authoring/yaml-text.ts";
import { logLines } from "./log-lines.ts";
import { metadataRemarks } from "./metadata-remarks.ts";

/** An exercise's folder as far as it could be read: without an exercise there are remarks that say why. */
export interface Read {
  level: Level;
  folder: Folder;
  yaml: YamlText;
  exercise?: Exercise;
  remarks: Remark[];
}

/** Reads one exercise of a pack. Does not throw: what is wrong with its metadata, its log or its code is a remark. */
export async function readOne(pack: Folder, slug: string): Promise<Read> {
  const folder = pack.folder(slug);
  const file = `${folder.shown}/exercise.yaml`;
  const yaml = readYaml((await folder.textOrNone("exercise.yaml")) ?? "");
  const shared = readYaml((await pack.textOrNone("pack.yaml")) ?? "");
  const whole = withInherited(yaml.content, shared.content);
  const read = { level: whole.level === "course" ? ("course" as const) : ("class" as const), folder, yaml };
  const remarks = shared.broken
    ? [brokenYaml(`${pack.shown}/pack.yaml`, shared.broken)]
    : yaml.broken
      ? [brokenYaml(file, yaml.broken)]
      : [
          ...nameRemarks(slug, whole, shared.content, { file, yaml }),
          ...metadataRemarks(whole, yaml, { own: file, pack: `${pack.shown}/pack.yaml` }),
          ...(hasOwnLog(folder, whole) ? await logLines(folder, isDuplicates(whole)) : []),
        ];
  if (remarks.length > 0) return { ...read, remarks };
  try {
    const exercise = await readExercise(await openPack(pack.path, [slug], pack.asOf), slug);
    const broken = checksRemarks(exercise.checks, `${folder.shown}/checks.ts`);
    return broken.length > 0 ? { ...read, remarks: broken } : { ...read, exercise, remarks };
  } catch (error) {
    return { ...read, remarks: [remarkOf(error, file)] };
  }
}

function withInherited(own: Record<string, unknown>, pack: Record<string, unknown>): Record<string, unknown> {
  const { defaults = {}, modules = {} } = pack as Record<string, Record<string, Record<string, unknown>>>;
  const module = typeof own.module === "string" ? (modules?.[own.module] ?? {}) : {};
  return merged(merged(defaults ?? {}, module), own);
}

function brokenYaml(file: string, { line, message }: { line: number; message: string }): Remark {
  return {
    file,
    line,
    wrong: `It is not YAML. ${message}.`,
    next: "Look at this line and the one above. Often a quote, a bracket or the indentation is wrong.",
    needed: "always",
  };
}

function nameRemarks(
  slug: string,
  { id, module }: Record<string, unknown>,
  pack: Record<string, unknown>,
  { file, yaml }: { file: string; yaml: YamlText },
): Remark[] {
  const remarks: Remark[] = [];
  if (typeof id === "string" && id !== slug)
    remarks.push({
      file,
      line: yaml.lineOf(["id"]),
      wrong: `The id is ${id}, but the folder is named ${slug}.`,
      next: `Write id: ${slug}. Once published, neither may change: learners' work is stored under the id.`,
      needed: "always",
    });
  const modules = Object.keys((pack.modules as object | undefined) ?? {});
  if (typeof module === "string" && !modules.includes(module)) {
    const near = nearestName(module, modules);
    remarks.push({
      file,
      line: yaml.lineOf(["module"]),
      wrong: `There is no module ${module} in pack.yaml.`,
      next: near ? `Did you mean ${near}?` : "Add it under `modules` there, or remove the line.",
      needed: "always",
    });
  }
  return remarks;
}

/** An exercise may fold a topic that other exercises' logs make. */
function hasOwnLog(folder: Folder, { log }: Record<string, unknown>): boolean {
  return folder.has("log.ndjson") || (log as { topic?: string } | undefined)?.topic === undefined;
}

function isDuplicates({ laws }: Record<string, unknown>): boolean {
  return (laws as { duplicates?: boolean } | undefined)?.duplicates === true;
}

/** Whether `checks.ts` gives what grading asks for. */
function checksRemarks(exported: ExerciseChecks | undefined, file: string): Remark[] {
  const checksRemark = (wrong: string, next: string): Remark => ({ file, wrong, next, needed: "always" });
  if (!Array.isArray(exported?.checks)) {
    return [
      checksRemark(
        "The default export has no list `checks`.",
        "Write: export default { checks: [ … ] } satisfies ExerciseChecks.",
      ),
    ];
  }
  const ids = exported.checks.map(({ id }) => id);
  return exported.checks.flatMap(({ id, title, covers, message }, at) => {
    const name = id ?? `number ${at + 1}`;
    if (ids.indexOf(id) < at)
      return [
        checksRemark(
          `Two checks have the id ${id}.`,
          "Give each check its own id: answers and pages name a check by its id.",
        ),
      ];
    const lacks = Object.entries({ id, title, covers, message }).find(([, value]) => value === undefined);
    return lacks
      ? [
          checksRemark(
            `The check ${name} has no \`${lacks[0]}\`.`,
            "Write it: a check has id, title, covers and message.",
          ),
        ]
      : [];
  });
}
