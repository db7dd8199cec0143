import { EventEmitter } from "node:events";
import { join } from "node:path";
import type { LoaderContext } from "astro/loaders";
import { expect, onTestFinished, test, vi } from "vitest";
import { PackFolder } from "../../../exercises/testing/pack-folder.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { exerciseLoader } from "./exercise-loader.ts";

/** Loads a folder with one exercise as `astro dev` does. */
async function loadWatched() {
  const pack = await PackFolder.make();
  onTestFinished(() => pack.remove());
  await pack.add("rain");
  const store = new Map<string, ExercisePayload>();
  const problems: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  await exerciseLoader(pack.path).load({
    store: {
      clear: () => store.clear(),
      set: ({ id, data }: { id: string; data: ExercisePayload }) => store.set(id, data),
    },
    logger: { error: (problem: string) => problems.push(problem) },
    renderMarkdown: async (text: string) => ({ html: text }),
    watcher,
  } as unknown as LoaderContext);
  expect(watcher.add).toHaveBeenCalledWith(pack.path);
  /** Writes a file, and says it twice, as a watcher may. */
  const save = async (file: string, text: string) => {
    await pack.write(file, text);
    for (let times = 0; times < 2; times++) watcher.emit("all", "change", join(pack.path, file));
  };
  const shown = () => store.get("rain")?.exercise;
  return { save, shown, problems };
}

const metadata = (title: string) => `id: rain\ntitle: ${title}\nstarter: { check: fell }\nwrong: {}\n`;

test("each change is shown: of metadata, of texts, of checks and of a module that checks import", async () => {
  const { save, shown } = await loadWatched();
  expect(shown()?.title).toBe("Rain");
  await save("rain/exercise.yaml", metadata("Snow"));
  await expect.poll(() => shown()?.title).toBe("Snow");
  await save("rain/README.md", "Add what fell in the night.");
  await expect.poll(() => shown()?.readmeHtml).toBe("Add what fell in the night.");
  for (const words of ["It poured.", "It snowed.", "It stopped."]) {
    await save("rain/messages.ts", `export const words = "${words}";\n`);
    await expect.poll(() => shown()?.checks[0]?.title).toBe(words);
  }
});

test("a broken file is said once, what was there stays, and the repaired one is shown", async () => {
  const { save, shown, problems } = await loadWatched();
  await save("rain/exercise.yaml", "id: rain");
  await expect.poll(() => problems).toEqual([expect.stringContaining("exercise.yaml is not valid. title:")]);
  expect(shown()?.title).toBe("Rain");
  await save("rain/exercise.yaml", metadata("Hail"));
  await expect.poll(() => shown()?.title).toBe("Hail");
  expect(problems).toHaveLength(1);
});
