/** Code as the workbench shows it before an editor is there, a `.line` for each line; not highlighted. */
export function plainCode(code: string): string {
  const lines = code.trimEnd().split("\n");
  return `<pre><code>${lines.map((line) => `<span class="line">${escaped(line)}</span>`).join("\n")}</code></pre>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
