import { join } from "node:path";
import { dataFolder, runningAt } from "../data-folder.ts";
import { openDevStack } from "../dev/dev-stack.ts";
import { runUntilShutdown } from "../shutdown.ts";

/**
 * Shows a page of the development server, which follows the author's changes, until Ctrl-C. Where Offset Zero runs
 * already and has the page, its link is all there is to say: then it resolves to the exit code.
 */
export async function openPreview(options: {
  /** What is shown, as its author calls it. */
  name: string;
  /** Folders of exercises beside the course's. */
  packs: string[];
  /** The page's address on a server. */
  linkAt(url: string): string;
  /** Whether a server that runs already has the page. */
  isAt(url: string): Promise<boolean>;
}): Promise<number> {
  const { name, packs, linkAt, isAt } = options;
  const { env } = process;
  const dataDir = dataFolder(env);
  const running = await runningAt(dataDir);
  if (running !== null && (await isAt(running))) {
    const how = (await followsChanges(running))
      ? "It follows your changes."
      : "Its pages were built before and do not follow your changes. End it and start the preview again to see them live.";
    console.log(`Offset Zero runs already. ${name} is at ${linkAt(running)}\n${how}`);
    return 0;
  }
  await runUntilShutdown(join(dataDir, "logs"), async (life) => {
    const log = life.say;
    const { url, others } = await openDevStack(life, { seed: false, packs, dataDir, env, log });
    // Astro makes the page now and says what it does: the link comes after that.
    await fetch(linkAt(url)).catch(() => {});
    log(previewLines(name, url, others, linkAt));
  });
  // Ends with the shutdown.
  return new Promise(() => {});
}

/** What is said once the page can be opened: its address here, and those at which other machines open it. */
export function previewLines(
  name: string,
  url: string,
  others: string[],
  linkAt: (url: string) => string,
): string {
  const forOthers =
    others.length === 0 ? [] : ["Others open it at", ...others.map((each) => `  ${linkAt(each)}`)];
  return ["", `${name} is at ${linkAt(url)}`, ...forOthers, "It follows your changes. Ctrl-C ends it."].join(
    "\n",
  );
}

/** Whether a server that runs serves pages that follow changes: only then does it have Vite's client. */
function followsChanges(url: string): Promise<boolean> {
  return answers(`${url}/@vite/client`);
}

/** Whether there is something at an address. */
export function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}
