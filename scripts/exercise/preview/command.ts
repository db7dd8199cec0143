import { slugsIn } from "../../../exercises/catalog.ts";
import { answers, openPreview } from "../../authoring/open-preview.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { openLink } from "../../pack-links.ts";
import { chosenFolder, chosenSlugs } from "../chosen-exercises.ts";

const usage = "preview <slug> [--pack <folder>]";

/** `npm run exercise -- preview <slug>`: the exercise in the real workbench, which follows the author's changes. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { pack: { type: "string" } }, usage);
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the exercise: npm run exercise -- ${usage}`);
  const { pack } = values;
  const folder = chosenFolder(pack);
  chosenSlugs({ slugs: await slugsIn(folder) }, [slug]);
  const linkAt = (url: string) => (pack === undefined ? `${url}/exercises/${slug}/` : openLink(url, slug));

  return openPreview({
    name: slug,
    packs: pack === undefined ? [] : [folder],
    linkAt,
    isAt: (url) => answers(`${url}/api/exercises/${slug}`),
  });
}
