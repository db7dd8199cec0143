import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysOf, overEnglish } from "./over-english.ts";
import { fromEnglish } from "./pseudo/from-english.ts";

const isWords = (file: string) => file.endsWith(".ts") && !file.endsWith(".test.ts");
const filesOf = (folder: string) => readdirSync(join(import.meta.dirname, folder)).filter(isWords);
const others = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "english")
  .map(({ name }) => name);

test.each(others)("%s says nothing that English does not have", async (folder) => {
  const english = filesOf("english");
  for (const file of filesOf(folder).filter((name) => name !== "from-english.ts")) {
    expect(english, `language/${folder}/${file} stands for no file of language/english/`).toContain(file);
    const known = keysOf(await import(join(import.meta.dirname, "english", file)));
    for (const key of keysOf(await import(join(import.meta.dirname, folder, file))))
      expect(known, `language/${folder}/${file} says ${key}; language/english/${file} does not`).toContain(
        key,
      );
  }
});

test("what a language does not say yet it says in English, however deep", () => {
  const english = { tape: { skipped: "not folded", menu: { edit: "Edit", skip: "Skip" } }, log: "The log" };
  const theirs = { tape: { menu: { skip: "Izlaist" } } };
  expect(overEnglish(english, theirs)).toEqual({
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
