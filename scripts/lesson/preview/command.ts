import { answers, openPreview } from "../../authoring/open-preview.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenLessons } from "../lesson-folders.ts";

const usage = "preview <slug>";

/** `npm run lesson -- preview <slug>`: the lesson as its readers see it, which follows the author's changes. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, usage, "lesson");
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the lesson: npm run lesson -- ${usage}`);
  await chosenLessons([slug]);
  const linkAt = (url: string) => `${url}/lessons/${slug}/`;
  return openPreview({ name: slug, packs: [], linkAt, isAt: (url) => answers(linkAt(url)) });
}
