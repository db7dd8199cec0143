import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shortHighlight } from "./short-highlight.ts";

const span = (colour: string, text: string) =>
  `<span style="color:var(--astro-code-${colour})">${text}</span>`;

test("a token keeps its colour by a class, plain text needs no span, and lines stay lines", () => {
  const line = `<span class="line">${span("token-keyword", "type")}${span("foreground", " &lt;")}</span>`;
  expect(shortHighlight(line)).toBe('<span class="line"><span class="token-keyword">type</span> &lt;</span>');
});

test("every colour of a token has a class in the stylesheet", () => {
  const tokens = readFileSync(new URL("../look/tokens.css", import.meta.url), "utf8");
  const sheet = readFileSync(new URL("../look/base.css", import.meta.url), "utf8");
  const names = [...tokens.matchAll(/--astro-code-token-([a-z-]+):/g)].map(([, name]) => name);
  expect(names).toContain("keyword");
  for (const name of names) {
    expect(sheet).toContain(`.token-${name} {\n  color: var(--astro-code-token-${name});`);
  }
});
