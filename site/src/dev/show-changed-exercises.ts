import { statSync } from "node:fs";
import { join } from "node:path";
import { isRunnableDevEnvironment, normalizePath, type Plugin, type ViteDevServer } from "vite";

const exercises = `${normalizePath(join(import.meta.dirname, "../../../exercises"))}/`;
/** Where Astro keeps what the content loaders gave, and the module that brings it to the pages. */
const astroContent = join(import.meta.dirname, "../../.astro/data-store.json");
const contentModule = "\0astro:data-layer-content";

/**
 * Under `astro dev`, a page shows an exercise as it was last read.
 *
 * A change reloads the page once the exercises are read again (exercise-pages/exercise-loader.ts). Vite by itself would
 * reload it at the change, and show what was there before. And pages that have the old content in memory are evaluated
 * again: Astro 7 forgets to where it has crawled a page for styles since the content was written.
 */
export function showChangedExercises(contentFile = astroContent): Plugin {
  return {
    name: "offset-zero:show-changed-exercises",
    apply: "serve",
    enforce: "pre",
    hotUpdate: ({ file }) => (file.startsWith(exercises) ? [] : undefined),
    configureServer(server) {
      let shown = writtenAt(contentFile);
      server.middlewares.use((_request, _response, next) => {
        const written = writtenAt(contentFile);
        if (written !== shown) forgetContent(server);
        shown = written;
        next();
      });
    },
  };
}

function writtenAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Has the content, and every module that imports it, evaluated again when it is next asked for. */
function forgetContent(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    const seen = new Set<string>();
    const forget = (id: string): void => {
      const module = evaluatedModules.getModuleById(id);
      if (module === undefined || seen.has(id)) return;
      seen.add(id);
      evaluatedModules.invalidateModule(module);
      for (const importer of module.importers) forget(importer);
    };
    forget(contentModule);
  }
}
