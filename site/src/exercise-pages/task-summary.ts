const longest = 160;
const characters: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** The first paragraph of an exercise's task as plain text, for the page's description: whole sentences where they fit. */
export function taskSummary(readmeHtml: string): string {
  const paragraph = /<p>([\s\S]*?)<\/p>/.exec(readmeHtml)?.[1] ?? "";
  const text = paragraph
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (escaped) => characters[escaped] as string)
    .replaceAll(/\s+/g, " ")
    .trim();
  if (text.length <= longest) return text;
  const sentences = /^.*[.?](?= )/.exec(text.slice(0, longest + 1))?.[0];
  return sentences ?? `${text.slice(0, text.lastIndexOf(" ", longest - 2))} …`;
}
