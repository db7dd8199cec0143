import { existsSync } from "node:fs";
import { join } from "node:path";
import { type LabId, labIds } from "../../../engine/labs/lab-ids.ts";
import { course } from "../../../lessons/course.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { LessonText } from "./lesson-text.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** Any address will do: only paths are compared. */
const origin = "http://course.invalid";

/** Links lead somewhere: to a part or heading of a lesson, to a page of the course, or out of it. */
export function linkRemarks(lesson: LessonUnderCheck): Remark[] {
  const { text } = lesson;
  const inTags = text.tags.flatMap(({ name, attributes: { href }, line }) =>
    name === "a" && typeof href === "string" ? [{ url: href, line }] : [],
  );
  return [
    ...[...text.links, ...inTags].flatMap(({ url, line }) => {
      const said = /^[a-z][a-z+.-]*:/i.test(url) ? outside(url) : within(url, lesson);
      return said ? [lesson.problem(line, said.wrong, said.next)] : [];
    }),
    ...imageRemarks(lesson),
    ...missingImports(lesson),
  ];
}

type Said = { wrong: string; next: string } | null;

function outside(url: string): Said {
  const { protocol, hostname } = URL.parse(url) ?? { protocol: "", hostname: "" };
  if (["https:", "http:"].includes(protocol) && hostname.includes(".")) return null;
  return { wrong: `The link ${url} leads nowhere.`, next: "Write an address that begins with https://." };
}

function within(url: string, lesson: LessonUnderCheck): Said {
  const here = `/lessons/${lesson.slug}/`;
  if (url.startsWith("/"))
    return {
      wrong: `The link ${url} begins at the top of the server. It breaks where the course is under a path.`,
      next: `Write it from this lesson on: ../..${url}`,
    };
  const { pathname, hash } = new URL(url, `${origin}${here}`);
  const path = pathname.endsWith("/") ? pathname : `${pathname}/`;
  const anchor = decodeURIComponent(hash.slice(1));
  const [, folder, name] = path.split("/");
  if (folder === "lessons" && name) return toLesson(name, anchor, url, lesson);
  if (folder === "exercises" && name && name !== "open") {
    const { exercises } = lesson.course;
    return exercises.includes(name) ? null : nowhere(url, "exercise", name, exercises);
  }
  if (folder === "labs" && name)
    return labIds.includes(name as LabId) ? null : nowhere(url, "lab", name, [...labIds]);
  if (!lesson.course.pages.includes(path)) {
    const names = lesson.course.pages.map((page) => page.slice(1, -1));
    return nowhere(url, "page", path.slice(1, -1), names);
  }
  const words = lesson.course.glossary.map(({ id }) => id);
  return path === "/glossary/" && anchor && !words.includes(anchor)
    ? nowhere(url, "word of the glossary", anchor, words)
    : null;
}

function toLesson(name: string, anchor: string, url: string, lesson: LessonUnderCheck): Said {
  const written = lesson.course.lessons.filter(({ text }) => text.frontmatter.broken === undefined);
  const text = name === lesson.slug ? lesson.text : written.find(({ folder }) => folder.name === name)?.text;
  if (!text) {
    const planned = course.find(({ slug }) => slug === name);
    return planned
      ? {
          wrong: `The link ${url} leads to lesson ${planned.number}, which is not written yet.`,
          next: `Name it without a link: (lesson ${planned.number}).`,
        }
      : nowhere(
          url,
          "lesson",
          name,
          written.map(({ folder }) => folder.name),
        );
  }
  const anchors = anchorsOf(text);
  return anchor === "" || anchors.includes(anchor) ? null : nowhere(url, "place", anchor, anchors);
}

function nowhere(url: string, what: string, asked: string, names: string[]): Said {
  const near = nearestName(asked, names);
  return {
    wrong: `The link ${url} leads nowhere: there is no ${what} ${asked}.`,
    next: near ? `Did you mean ${near}?` : "Fix it, or remove the link.",
  };
}

/** What a link into a lesson may name behind its #. */
function anchorsOf({ tags, headings, frontmatter }: LessonText): string[] {
  const parts = ["Explain", "See", "Quiz", "Deeper", "Keep"]
    .filter((part) => tags.some(({ name }) => name === part))
    .map((part) => part.toLowerCase());
  const { exercises } = frontmatter.content;
  const [first, ...further] = Array.isArray(exercises) ? exercises : [];
  return [
    "_top",
    "workbench",
    ...parts,
    ...(first ? ["do"] : []),
    ...further.map((id) => `do-${id}`),
    ...headings,
  ];
}

function imageRemarks(lesson: LessonUnderCheck): Remark[] {
  const inTags = lesson.tags("img").map(({ attributes, expressions, line }) => ({
    url: String(attributes.src ?? ""),
    alt: expressions.alt ?? (typeof attributes.alt === "string" ? attributes.alt : ""),
    line,
  }));
  return [...lesson.text.images, ...inTags].flatMap(({ url, alt, line }) => [
    ...(alt.trim() === ""
      ? [
          lesson.problem(
            line,
            `The image ${url} has no text for those who do not see it.`,
            "Say in its alt text what the picture shows: ![A cart with three lines](cart.png).",
          ),
        ]
      : []),
    ...(isOwnFile(url) && !lesson.has(url)
      ? [lesson.problem(line, `There is no image ${lesson.file(url)}.`, "Add the file, or fix its name.")]
      : []),
  ]);
}

const isOwnFile = (url: string) => url !== "" && !/^([a-z]+:|\/)/i.test(url);

function missingImports(lesson: LessonUnderCheck): Remark[] {
  return lesson.text.imports
    .filter(({ from }) => from.startsWith(".") && !existsSync(join(lesson.folder.path, from)))
    .map(({ from, line }) =>
      lesson.problem(
        line,
        `It imports ${from}, but there is no such file.`,
        "Add the file, or fix its name.",
      ),
    );
}
