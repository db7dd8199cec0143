import { expect, test } from "vitest";
import { linesOf } from "./line-and-column.ts";
import { evolve } from "./testing/mistakes/mistake.ts";
import { runMistake } from "./testing/mistakes/run-mistake.ts";

const mark = "▸";
const pushed = `cart.items.push(${mark}sku); return cart;`;

test.each([
  ["CRLF", (source: string) => source.replaceAll("\n", "\r\n")],
  ["CR alone", (source: string) => source.replaceAll("\n", "\r")],
  ["a byte order mark", (source: string) => `\uFEFF${source}`],
  [
    "U+2028 in a comment, which no editor takes for the end of a line",
    (source: string) => `// a\u2028// b\n${source}`,
  ],
  [
    "U+2028 and U+2029 for the ends of lines",
    (source: string) => source.replace("\n", "\u2028").replace("\n", "\u2029"),
  ],
  ["U+2028 in a text before it", (source: string) => source.replace("cart.items", '"a\u2028b"; cart.items')],
  [
    "letters of more than one byte before it",
    (source: string) => source.replace("cart.items", '"é€😀"; cart.items'),
  ],
  [
    "such letters in a type",
    (source: string) => source.replace("cart.items", "(cart as Größe | '😀').items"),
  ],
  ["tabs", (source: string) => source.replaceAll("  ", "\t")],
  [
    "a template of several lines",
    (source: string) => source.replace("cart.items", "`a\r\nb\rc\nd`; cart.items"),
  ],
])("the place is that of the editor: %s", async (_, change) => {
  const thrown = change(evolve(pushed));
  expect((await runMistake(thrown.replace(mark, ""))).at?.source).toMatchObject(lineAndColumn(thrown));
  const unread = change(evolve(pushed.replace(`${mark}sku);`, `sku ${mark}sku);`)));
  const end = await runMistake(unread.replace(mark, ""));
  expect(end.verdict).toBe("compile-error");
  expect(end.at?.source).toMatchObject(lineAndColumn(unread));
});

function lineAndColumn(marked: string) {
  const lines = linesOf(marked.slice(0, marked.indexOf(mark)));
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}

test("the caret stands below its column in a line with tabs and in a very long one", async () => {
  const tabs = await runMistake(evolve(`\t\tcart.items.push(sku);`));
  const [text = "", below = ""] = tabs.at?.source?.frame.split("\n") ?? [];
  expect(below).toBe(`      \t\t${" ".repeat(16)}^`);
  expect(text.slice(below.length - 1)).toMatch(/^sku/);
  const long = await runMistake(evolve(`const text = "${"x".repeat(500)}"; cart.items.push(sku);`));
  const [shown = "", caret = ""] = long.at?.source?.frame.split("\n") ?? [];
  expect(shown.slice(caret.length - 1)).toMatch(/^sku/);
  expect(shown.length).toBeLessThanOrEqual(160);
});
