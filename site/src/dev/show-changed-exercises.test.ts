import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type DevEnvironment, isRunnableDevEnvironment, type Plugin } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { showChangedExercises } from "./show-changed-exercises.ts";

const contentModule = "astro:data-layer-content";

/** Gives the file's text as Astro gives its content. */
const contentOf = (file: string): Plugin => ({
  name: "content",
  resolveId: (id) => (id === contentModule ? `\0${id}` : null),
  load: async (id) =>
    id === `\0${contentModule}` ? `export default ${JSON.stringify(await readFile(file, "utf8"))}` : null,
});

/** Vite before a page that has the content in memory. */
async function openPage() {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-content-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const content = join(folder, "content.txt");
  const page = join(folder, "page.js");
  await writeFile(content, "one");
  await writeFile(page, `import content from "${contentModule}"; export const shown = content;`);
  const vite = await createServer({
    configFile: false,
    root: folder,
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, watch: null },
    plugins: [showChangedExercises(content), contentOf(content)],
  });
  onTestFinished(() => vite.close());
  await vite.listen();
  const ssr = vite.environments.ssr as DevEnvironment;
  if (!isRunnableDevEnvironment(ssr)) throw new Error("Vite runs no pages.");
  return {
    shown: async () => (await ssr.runner.import(page)).shown as string,
    /** Writes the content as Astro does, then looks through the page's modules as Astro does for styles. */
    async change(text: string) {
      await writeFile(content, text);
      const module = ssr.moduleGraph.getModuleById(`\0${contentModule}`);
      if (module) ssr.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
      await ssr.transformRequest(page);
      await ssr.transformRequest(contentModule);
    },
    request: () => fetch(new URL(vite.resolvedUrls?.local[0] ?? "")),
  };
}

test("a page that is asked for after a change shows the change, though Vite has its modules at hand", async () => {
  const { shown, change, request } = await openPage();
  expect(await shown()).toBe("one");
  for (const text of ["two", "three"]) {
    await change(text);
    expect(await shown()).not.toBe(text);
    await request();
    expect(await shown()).toBe(text);
  }
});
