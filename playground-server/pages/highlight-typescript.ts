import type { HighlighterCore } from "shiki/core";

const language = "typescript";
const colour = /^var\(--colour-token-([a-z-]+)\)$/;

/** Loaded when the first page is asked for: a server without packs does without it. */
let highlighter: Promise<HighlighterCore> | undefined;

/** Code as the site shows it: `<pre><code>` with a `.line` element a line, its colours as classes named `token-…`. */
export async function highlightTypeScript(code: string): Promise<string> {
  highlighter ??= openHighlighter();
  const { tokens } = (await highlighter).codeToTokens(code.trimEnd(), {
    lang: language,
    theme: "css-variables",
  });
  const lines = tokens.map((line) => {
    const spans = line.map(({ content, color }) => {
      const token = colour.exec(color ?? "")?.[1];
      return token ? `<span class="token-${token}">${escaped(content)}</span>` : escaped(content);
    });
    return `<span class="line">${spans.join("")}</span>`;
  });
  return `<pre class="astro-code" tabindex="0"><code>${lines.join("\n")}</code></pre>`;
}

async function openHighlighter(): Promise<HighlighterCore> {
  const [{ createCssVariablesTheme, createHighlighterCore }, { createJavaScriptRegexEngine }] =
    await Promise.all([import("shiki/core"), import("shiki/engine/javascript")]);
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ variablePrefix: "--colour-" })],
    langs: [import("shiki/langs/typescript.mjs")],
    engine: createJavaScriptRegexEngine(),
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
