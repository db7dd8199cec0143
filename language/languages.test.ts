import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysOf, withEnglishFallback } from "./english-fallback.ts";
import { fromEnglish } from "./pseudo/from-english.ts";

const isWords = (file: string) => file.endsWith(".ts") && !file.endsWith(".test.ts");
const filesOf = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter(isWords) : []);
const others = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "english")
  .map(({ name }) => name);

/** What a language says, and where the same is in English: the interface, and the engine's and the server's sentences. */
const parts = [
  { theirs: ".", english: join(import.meta.dirname, "english") },
  { theirs: "sentences", english: join(import.meta.dirname, "../engine/sentences/english") },
];

test.each(others)("%s says nothing that English does not have", async (name) => {
  for (const { theirs, english } of parts) {
    const folder = join(import.meta.dirname, name, theirs);
    for (const file of filesOf(folder).filter((each) => each !== "from-english.ts")) {
      const place = join(name, theirs, file);
      expect(filesOf(english), `language/${place} stands for no file of ${english}`).toContain(file);
      const known = keysOf(await import(join(english, file)));
      for (const key of keysOf(await import(join(folder, file))))
        expect(known, `language/${place} says ${key}; ${join(english, file)} does not`).toContain(key);
    }
  }
});

test("there are English texts of both kinds", () => {
  for (const { english } of parts) expect(filesOf(english).length).toBeGreaterThan(5);
});

test("what a language does not say yet it says in English, however deep", () => {
  const english = { tape: { skipped: "not folded", menu: { edit: "Edit", skip: "Skip" } }, log: "The log" };
  const theirs = { tape: { menu: { skip: "Izlaist" } } };
  expect(withEnglishFallback(english, theirs)).toEqual({
    tape: { skipped: "not folded", menu: { edit: "Edit", skip: "Izlaist" } },
    log: "The log",
  });
});

test("the pseudo language marks texts, answers of functions, lists and groups", () => {
  const said = fromEnglish({ tape: { of: (n: number) => `${n} of 6`, names: ["State"] }, none: "" });
  expect(said.tape.of(3)).toBe("⟦3 ôƒ 6··⟧");
  expect(said.tape.names).toEqual(["⟦Šţáţé··⟧"]);
  expect(said.none).toBe("");
});
