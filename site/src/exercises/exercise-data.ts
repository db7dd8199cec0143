import type { Loader, LoaderContext } from "astro/loaders";
import { exercisePage, stepsToPredict } from "../../../exercises/page.ts";
import { type Exercise, readShelf } from "../../../exercises/shelf.ts";
import { exerciseInSpoken } from "../language/in-spoken.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { shortHighlight } from "./short-highlight.ts";
import { starterTrace, traceOf } from "./starter-trace.ts";

/**
 * The exercises as a content collection: for each one what the workbench gets when a page opens, with the starter's
 * fold over the real log, made by the engine while the site is built. Throws what is wrong with an exercise folder;
 * under `astro dev` it is only said, so that an author half-way through a folder can go on.
 */
export function exercisesOnTheShelf(): Loader {
  return {
    name: "exercises",
    async load(context) {
      const refresh = async () => {
        const { exercises } = await readShelf();
        const payloads = await Promise.all(
          exercises.map(async (exercise) => payload(await exerciseInSpoken(exercise), context)),
        );
        context.store.clear();
        for (const data of payloads) {
          context.store.set({ id: data.exercise.id, data: data as unknown as Record<string, unknown> });
        }
      };
      if (!context.watcher) return refresh();
      const sayInstead = (problem: unknown) => context.logger.error(String(problem));
      await refresh().catch(sayInstead);
      context.watcher.add("../exercises");
      context.watcher.on("all", (_, file) => {
        if (file.includes("/exercises/")) refresh().catch(sayInstead);
      });
    },
  };
}

async function payload(exercise: Exercise, context: LoaderContext): Promise<ExercisePayload> {
  const markdown = async (text: string) => (await context.renderMarkdown(text)).html;
  const typescript = async (code: string) =>
    shortHighlight(await markdown(`\`\`\`ts\n${code.trimEnd()}\n\`\`\``));
  const [trace, asked] = [await starterTrace(exercise), await stepsToPredict(exercise, traceOf)];
  return exercisePage(exercise, { markdown, typescript }, trace, asked);
}
