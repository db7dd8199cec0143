import { join } from "node:path";
import { slugsIn } from "../../../exercises/catalog.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { dataFolder, runningAt } from "../../data-folder.ts";
import { openDevStack } from "../../dev/dev-stack.ts";
import { openLink } from "../../pack-links.ts";
import { runUntilShutdown } from "../../shutdown.ts";
import { chosenFolder, chosenSlugs } from "../chosen-exercises.ts";

const usage = "preview <slug> [--pack <folder>]";

/**
 * `npm run exercise -- preview <slug>`: the exercise in the real workbench, which follows the author's changes. Where
 * Offset Zero runs already and knows the exercise, its link is all there is to say.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { pack: { type: "string" } }, usage);
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the exercise: npm run exercise -- ${usage}`);
  const { pack } = values;
  const folder = chosenFolder(pack);
  chosenSlugs({ slugs: await slugsIn(folder) }, [slug]);
  const linkAt = (url: string) => (pack === undefined ? `${url}/exercises/${slug}/` : openLink(url, slug));

  const { env } = process;
  const dataDir = dataFolder(env);
  const running = await runningAt(dataDir);
  if (running !== null && (await knows(running, slug))) {
    console.log(`Offset Zero runs already. ${slug} is at ${linkAt(running)}`);
    return 0;
  }
  const packs = pack === undefined ? [] : [folder];
  await runUntilShutdown(join(dataDir, "logs"), async (life) => {
    const log = life.say;
    const { url } = await openDevStack(life, { seed: false, packs, dataDir, env, log });
    // Astro makes the page now and says what it does: the link comes after that.
    await fetch(linkAt(url)).catch(() => {});
    const how = pack === undefined ? "It follows your changes." : "Reload the page to see your changes.";
    log(`\n${slug} is at ${linkAt(url)}\n${how} Ctrl-C ends it.`);
  });
  // Ends with the life.
  return new Promise(() => {});
}

async function knows(url: string, slug: string): Promise<boolean> {
  return fetch(`${url}/api/exercises/${slug}`).then(
    ({ ok }) => ok,
    () => false,
  );
}
