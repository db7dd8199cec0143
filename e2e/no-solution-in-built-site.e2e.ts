import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { readCatalog } from "../exercises/catalog.ts";

/** Lines that tell something, and are not among those that everybody sees: one may begin with another's solution. */
function ownLines(source: string, seen: string): string[] {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.filter((line) => line.length >= 20 && !seen.includes(line)).map(withoutEscapes);
}

/** A text as it stands inside a string of any kind. */
function withoutEscapes(text: string): string {
  return text.replaceAll("\\", "");
}

test("no solution can be read by looking through the files of the built site", async () => {
  const { exercises } = await readCatalog();
  // The lines to be put in order are shown mixed with decoys, so they give nothing away by being there.
  const seen = exercises.flatMap(({ starter, order = "" }) => [starter, order]).join("\n");
  const solutions = exercises.flatMap((exercise) =>
    [exercise.solution, ...exercise.approaches.map(({ source }) => source)]
      .map((source) => ({ id: exercise.id, lines: ownLines(source, seen) }))
      .filter(({ lines }) => lines.length >= 2),
  );
  expect(new Set(solutions.map(({ id }) => id)).size).toBeGreaterThan(exercises.length / 2);
  const folder = inject("staticFolder");
  let files = 0;
  for await (const file of glob("**/*.{js,html,json}", { cwd: folder })) {
    files++;
    const text = withoutEscapes(await readFile(join(folder, file), "utf8"));
    const readable = solutions.filter(({ lines }) => lines.every((line) => text.includes(line)));
    expect(
      readable.map(({ id }) => id),
      file,
    ).toEqual([]);
  }
  expect(files).toBeGreaterThan(50);
});
