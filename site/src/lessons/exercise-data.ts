import type { Loader, LoaderContext } from "astro/loaders";
import { type Exercise, readShelf, type Shelf } from "../../../exercises/shelf.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { shortHighlight } from "./short-highlight.ts";
import { starterTrace } from "./starter-trace.ts";

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
        const shelf = await readShelf();
        const payloads = await Promise.all(
          shelf.exercises.map((exercise) => payload(exercise, shelf, context)),
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

async function payload(exercise: Exercise, shelf: Shelf, context: LoaderContext): Promise<ExercisePayload> {
  const html = async (markdown: string) => (await context.renderMarkdown(markdown)).html;
  const typescript = async (code: string) =>
    shortHighlight(await html(`\`\`\`ts\n${code.trimEnd()}\n\`\`\``));
  const { id, title, lesson, optional, entry, scope, view, panels, wording, passed } = exercise;
  const { starter, commands, slice, records } = exercise;
  const topic = shelf.topics.find((topic) => topic.topic === slice.topic);
  return {
    exercise: {
      ...{
        id,
        title,
        lesson,
        optional,
        entry,
        scope,
        view,
        panels,
        wording,
        passed,
        starter,
        commands,
        slice,
      },
      readmeHtml: await html(exercise.readme),
      starterHtml: await typescript(starter),
      typesText: exercise.types,
      typesHtml: await typescript(exercise.types),
      checks: exercise.checks.checks.map((check) => ({ id: check.id, title: check.title })),
      hints: await Promise.all(exercise.hints.map(html)),
      notes: await Promise.all(
        exercise.notes.map(async ({ after, text }) => ({ after, html: await html(text) })),
      ),
      topic: slice.topic,
      partitions: topic?.partitions ?? 1,
    },
    records,
    trace: await starterTrace(exercise),
  };
}
