import type { Folder } from "../../../exercises/folder.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import { readYaml, type YamlText } from "../../authoring/yaml-text.ts";

/**
 * The prerequisites of the exercises that are looked at exist and lead round in no circle. `there` are all exercises of
 * the pack, `course` the ids of the course beside it.
 */
export async function prerequisites(
  pack: Folder,
  there: string[],
  asked: string[],
  course: string[],
): Promise<Remark[]> {
  const texts = new Map<string, YamlText>();
  for (const slug of there) texts.set(slug, readYaml((await pack.textOrNone(`${slug}/exercise.yaml`)) ?? ""));
  const after = (slug: string) => namesIn(texts.get(slug)?.content.prerequisites);
  const remarks: Remark[] = [];
  const addRemark = (slug: string, at: number, wrong: string, next: string) =>
    remarks.push({
      file: `${pack.shown}/${slug}/exercise.yaml`,
      line: texts.get(slug)?.lineOf(["prerequisites", at]) ?? 1,
      wrong,
      next,
      needed: "always",
    });
  const known = [...there, ...course];
  for (const slug of asked) {
    for (const [at, wanted] of after(slug).entries()) {
      const near = nearestName(wanted, known);
      if (!known.includes(wanted))
        addRemark(
          slug,
          at,
          `It comes after ${wanted}, but there is no such exercise.`,
          near ? `Did you mean ${near}?` : "Name an exercise by its id, or remove it.",
        );
      const circle = wayBack(slug, wanted, after);
      if (circle)
        addRemark(
          slug,
          at,
          `It comes after itself: ${[slug, ...circle].join(" after ")}.`,
          "Remove the one that does not need to come first.",
        );
    }
  }
  return remarks;
}

/** The way over prerequisites from `from` back to `to`, both included; undefined where there is none. */
export function wayBack(to: string, from: string, after: (slug: string) => string[]): string[] | undefined {
  const seen = new Set<string>();
  const search = (slug: string): string[] | undefined => {
    if (slug === to) return [slug];
    if (seen.has(slug)) return undefined;
    seen.add(slug);
    for (const next of after(slug)) {
      const way = search(next);
      if (way) return [slug, ...way];
    }
    return undefined;
  };
  return search(from);
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
