import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { slugsIn } from "../../../exercises/catalog.ts";
import { Folder } from "../../../exercises/folder.ts";
import { describeUnknown } from "../../authoring/nearest-name.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { sharedRemarks } from "../check/pack-remarks.ts";
import { examineAll } from "../check/worker-threads.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { makePack, titleOf } from "./make-pack.ts";
import { nextSteps } from "./next-steps.ts";
import { filesOf, type Kind, kinds, type Level, levels } from "./template.ts";

const usage = `new <slug> [--pack <folder>] [--kind ${kinds.join("|")}] [--level ${levels.join("|")}] [--title <title>]`;

/** A topic is named after the exercise, and may have a version behind its name. */
const slugForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestSlug = 34;

/** `npm run exercise -- new <slug>`: a complete exercise that passes, to be changed. */
export async function run(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = argumentsOf(
    args,
    { pack: text, kind: text, level: text, title: text },
    usage,
  );
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the new exercise: npm run exercise -- ${usage}`);
  if (!slugForm.test(slug) || slug.length > longestSlug)
    throw new UsageError(
      `${slug} is not a valid exercise name. Use up to ${longestSlug} lower-case letters and digits, words joined by hyphens, a letter first: late-stock.`,
    );
  const kind = oneOf("kind", values.kind ?? "reducer", kinds);
  const inCourse = values.pack === undefined;
  const pack = resolve(values.pack ?? courseFolder);
  const folder = join(pack, slug);
  const shown = relative(process.cwd(), folder) || folder;
  if (existsSync(folder)) throw new UsageError(`${shown} already exists. Choose another name.`);
  const courseIds = await slugsIn(courseFolder);
  if (courseIds.includes(slug))
    throw new UsageError(`The course has an exercise named ${slug}. Choose another name: ids are permanent.`);
  const made = inCourse ? [] : await makePack(pack);
  const level = oneOf("level", values.level ?? (await inheritedLevel(pack)), levels);

  const engine = inCourse ? "../../engine/" : "offset-zero/engine/";
  const files = await filesOf({ slug, title: values.title ?? titleOf(slug), kind, level, engine });
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await accept(pack, slug, level);
  if (made.length > 0)
    console.log(`${values.pack} is a pack now (${made.join(", ")}). Its title is in pack.yaml.\n`);
  console.log(
    nextSteps({ slug, shown, kind, level, ...(values.pack !== undefined && { pack: values.pack }) }),
  );
  return 0;
}

/** The new id is permanent from now on; at the level of the course, what a learner reads is written down, too. */
async function accept(path: string, slug: string, level: Level): Promise<void> {
  const pack = new Folder(path, basename(path));
  await sharedRemarks(pack, [slug], true);
  if (level === "class") return;
  const examination = { quick: true, accept: true, endless: [] };
  await examineAll([{ pack: { path, shown: pack.shown }, slug, examination }], () => {});
}

/** The level that the pack's exercises have unless they say otherwise. */
async function inheritedLevel(pack: string): Promise<string> {
  const { defaults } = parse(await readFile(join(pack, "pack.yaml"), "utf8")) as {
    defaults?: { level?: string };
  };
  return defaults?.level ?? "class";
}

function oneOf<Name extends Kind | Level>(what: string, asked: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === asked);
  if (found === undefined) throw new UsageError(describeUnknown(what, asked, [...names]));
  return found;
}
