import { createRequire } from "node:module";
import { join } from "node:path";
import type { Loader, LoaderContext } from "astro/loaders";
import type { Exercise } from "../../../exercises/catalog.ts";
import { exercisePage, stepsToPredict } from "../../../exercises/page.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { translatedExercise } from "../language/translated-files.ts";
import { shortHighlight } from "./short-highlight.ts";
import { starterTrace, traceOf } from "./starter-trace.ts";

// Node itself loads what reads the exercises, and with it their code. Vite would keep a module until it has worked out
// whom a change concerns, and a page that is made before that would show the old checks.
const require = createRequire(import.meta.url);
const {
  readCatalog,
}: typeof import("../../../exercises/catalog.ts") = require("../../../exercises/catalog.ts");
const { stateOf }: typeof import("../../../exercises/pack.ts") = require("../../../exercises/pack.ts");

const course = join(import.meta.dirname, "../../../exercises");

/**
 * The exercises of a folder as a content collection: for each one what the workbench gets when a page opens, with the starter's
 * fold over the real log, made by the engine while the site is built. Throws what is wrong with an exercise folder;
 * under `astro dev` it is only said, so that an author half-way through a folder can go on.
 */
export function exerciseLoader(folder = course): Loader {
  return {
    name: "exercises",
    async load(context) {
      let shown = "";
      const refresh = async () => {
        const state = await stateOf(folder);
        if (state === shown) return;
        shown = state;
        const { exercises } = await readCatalog(folder, state);
        const payloads = await Promise.all(
          exercises.map(async (exercise) => payload(await translatedExercise(exercise), context)),
        );
        context.store.clear();
        for (const data of payloads) {
          context.store.set({ id: data.exercise.id, data: data as unknown as Record<string, unknown> });
        }
      };
      if (!context.watcher) return refresh();
      const sayInstead = (problem: unknown) => context.logger.error(String(problem));
      await refresh().catch(sayInstead);
      context.watcher.add(folder);
      // One after the other: an earlier refresh that takes longer must not overwrite a later one.
      let turn = Promise.resolve();
      context.watcher.on("all", (_, file) => {
        if (file.startsWith(folder)) turn = turn.then(refresh).catch(sayInstead);
      });
    },
  };
}

async function payload(exercise: Exercise, context: LoaderContext): Promise<ExercisePayload> {
  const markdown = async (text: string) => (await context.renderMarkdown(text)).html;
  const typescript = async (code: string) =>
    shortHighlight(await markdown(`\`\`\`ts\n${code.trimEnd()}\n\`\`\``));
  const [trace, asked] = [await starterTrace(exercise), await stepsToPredict(exercise, traceOf)];
  return exercisePage(exercise, { markdown, typescript }, inPageLanguage(trace), asked);
}
