import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { expect, onTestFinished, test } from "vitest";
import type { Sentence } from "../../../engine/sentences/message.ts";
import { englishSentences } from "../../../engine/sentences/testing/english-sentences.ts";
import { marks } from "../../../language/pseudo/from-english.ts";
import type * as SaidByEngine from "./engine-sentences.ts";
import { languagePlugin } from "./language-plugin.ts";
import { type Folder, languages } from "./languages.ts";

/** The module as a build in this language has it, and its code. */
async function builtIn(folder: Folder): Promise<typeof SaidByEngine & { code: string }> {
  const entry = join(import.meta.dirname, "testing/engine-sentences-entry.ts");
  const built = (await build({
    configFile: false,
    logLevel: "silent",
    plugins: [languagePlugin(folder)],
    build: { ssr: entry, write: false },
  })) as Rolldown.RolldownOutput;
  const { code } = built.output[0];
  const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return { ...module, code };
}

function folderOf(code: string): Folder {
  const found = languages().find((language) => language.code === code);
  if (!found) throw new Error(`No folder of language/ has the code ${code}.`);
  return found;
}

/** Params that have every name. */
const anyParams = new Proxy({}, { get: (_, name) => String(name) }) as Sentence["params"];
const said = (...codes: string[]) => ({
  kind: "end",
  message: "As it came.",
  sentences: codes.map((code) => ({ code, params: anyParams })),
});

test("an English build shows what came, and carries no sentence of engine and server", async () => {
  const { inPageLanguage, transportInPageLanguage, code } = await builtIn(folderOf("en"));
  const end = said("endless-loop");
  expect(inPageLanguage(end)).toBe(end);
  expect(transportInPageLanguage(end)).toBe(end);
  expect(code.length).toBeLessThan(500);
});

test("a build in another language says every sentence of engine and server in it", async () => {
  const { inPageLanguage } = await builtIn(folderOf("en-XA"));
  const codes = Object.keys(englishSentences);
  const plain = codes.filter((code) => !inPageLanguage(said(code)).message.startsWith(marks.open));
  expect(plain).toEqual([]);
  expect(codes.length).toBeGreaterThan(100);
});

test("in it, folds, comparisons and problems say it too, whatever they are in", async () => {
  const { inPageLanguage } = await builtIn(folderOf("en-XA"));
  const end = said("endless-loop");
  const { message } = inPageLanguage(end);
  expect(message).not.toBe(end.message);
  expect(inPageLanguage({ steps: [], end }).end.message).toBe(message);
  expect(inPageLanguage({ exercise: {}, trace: { end } }).trace.end.message).toBe(message);
  const both = inPageLanguage({ kind: "comparison", mine: { end }, reference: { end } });
  expect([both.mine.end.message, both.reference.end.message]).toEqual([message, message]);
  const problem = inPageLanguage({ title: "No.", detail: "As it came.", sentences: end.sentences });
  expect(problem).toMatchObject({ title: "No.", detail: message });
  const check = inPageLanguage({
    ...end,
    title: "Runs",
    titleSentences: [{ code: "title-runs", params: {} }],
  });
  expect(check.title).toContain(marks.open);
  const ofSmallest = inPageLanguage({ ...end, counterexampleMessage: end }).counterexampleMessage;
  expect(ofSmallest.message).toBe(message);
});

test("in it, a transport's listeners hear it", async () => {
  const { transportInPageLanguage } = await builtIn(folderOf("en-XA"));
  const run = (_: unknown, listen: (message: object) => void) => listen(said("endless-loop"));
  const names = ["run", "lines", "window", "windowLines", "check"];
  const transport = transportInPageLanguage(Object.fromEntries(names.map((name) => [name, run])));
  for (const name of names) {
    const heard: object[] = [];
    transport[name]?.({}, (message) => heard.push(message));
    expect(heard).toMatchObject([{ message: expect.stringContaining(marks.open) }]);
  }
});

test("in it, a text without sentences and one with an unknown sentence stay as they came", async () => {
  const { inPageLanguage } = await builtIn(folderOf("en-XA"));
  for (const end of [said("endless-loop", "of-a-newer-server"), { kind: "end", message: "As it came." }])
    expect(inPageLanguage(end)).toEqual(end);
});

test("in it, a sentence whose params do not fit stays as it came", async () => {
  const { inPageLanguage } = await builtIn(folderOf("en-XA"));
  const end = { message: "As it came.", sentences: [{ code: "supported-methods", params: {} }] };
  expect(inPageLanguage(end)).toEqual(end);
});

test("a translation says what it has, and the rest in English", async () => {
  const path = await mkdtemp(join(tmpdir(), "offset-zero-sentences-"));
  onTestFinished(() => rm(path, { recursive: true }));
  await mkdir(join(path, "sentences"));
  await writeFile(
    join(path, "sentences/stopped-runs.ts"),
    `export const stoppedRunSentences = {
  "run-ended-after": ({ seconds }: { seconds: number }) => \`Kods darbojās ilgāk par \${seconds} s.\`,
};`,
  );
  const { inPageLanguage } = await builtIn({ code: "lv", name: "Latviešu", direction: "ltr", path });
  const sentences = [
    { code: "run-ended-after", params: { seconds: 3 } },
    { code: "run-cancelled", params: {} },
    { code: "endless-loop", params: {} },
  ];
  expect(inPageLanguage({ message: "As it came.", sentences }).message).toBe(
    "Kods darbojās ilgāk par 3 s. Run cancelled. Run again. Is there a loop that never ends?",
  );
});
