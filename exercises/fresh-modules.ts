import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How a pack's own code names this project's: `offset-zero/engine/grading/checks.ts`. */
const projectName = "offset-zero/";
const project = pathToFileURL(join(import.meta.dirname, ".."));

/** The part of a module's address that says as of which state of its folder it was read. */
const asOfName = "as-of";

/**
 * The address under which a module is read as of a state of its folder: Node keeps a module for good, by its address.
 */
export function addressAsOf(url: URL, asOf: string): string {
  return `${url.href}?${asOfName}=${encodeURIComponent(asOf)}`;
}

// A module that was read as of a state brings what lies beside it as of the same state. This project's own modules
// are there once: who asks for them by name, or by a path that leads here, gets those that run.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(projectName))
      return next(`${project.href}/${specifier.slice(projectName.length)}`, context);
    const found = next(specifier, context);
    const asOf = URL.canParse(context.parentURL ?? "")
      ? new URL(context.parentURL as string).searchParams.get(asOfName)
      : null;
    const ours = found.url.startsWith(`${project.href}/engine/`);
    if (asOf === null || ours || !specifier.startsWith(".")) return found;
    const url = new URL(found.url);
    // Under `astro dev` this module is there twice, as Vite's and as Node's: the other one may have been asked first.
    return url.searchParams.has(asOfName) ? found : { ...found, url: addressAsOf(url, asOf) };
  },
});
