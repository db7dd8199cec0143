import type { RawRecord } from "../../../engine/fold/event.ts";
import type { Scene } from "../../../site/src/exercise/scene.ts";
import { sceneProblem } from "../../../site/src/lessons/scene-problem.ts";
import type { Remark } from "../../authoring/remark.ts";
import { chosenExercise } from "../../exercise/chosen-exercises.ts";
import type { Tag } from "./lesson-text.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** Each scene finds its records in the log of the lesson's first exercise, and its component in scenes.tsx. */
export async function sceneRemarks(lesson: LessonUnderCheck): Promise<Remark[]> {
  const scenes = lesson.tags("Scene");
  if (scenes.length === 0) return [];
  const records = await recordsOf(lesson.exercises[0]);
  // That there is no such exercise, or that it cannot be read, is said elsewhere.
  if (records === null) return [];
  const source = (await lesson.read("scenes.tsx")) ?? "";
  const [, list = ""] = /export const scenes\b[^{]*\{([^}]*)\}/.exec(source) ?? [];
  const components = list.split(",").flatMap((entry) => /^\s*(\w+)/.exec(entry)?.[1] ?? []);
  return scenes.flatMap((tag) => {
    const said = sceneProblem(sceneOf(tag), records, components);
    if (said === "") return [];
    const [wrong = "", ...next] = said.split(/(?<=\.) /);
    return [lesson.problem(tag.line, `This scene cannot be shown. ${wrong}`, next.join(" "))];
  });
}

async function recordsOf(exercise: string | undefined): Promise<RawRecord[] | null> {
  if (exercise === undefined) return [];
  try {
    return (await chosenExercise(exercise)).records;
  } catch {
    return null;
  }
}

function sceneOf({ attributes, expressions }: Tag): Scene {
  const value = (name: string) => {
    try {
      return JSON.parse(expressions[name] ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  };
  const { beside } = attributes;
  return {
    offset: value("offset"),
    without: value("without"),
    ...(typeof beside === "string" && { beside }),
  };
}
