import { micromark } from "micromark";

/**
 * An author's Markdown as HTML: CommonMark, without raw HTML and without addresses that run code, since it may come from
 * a pack of somebody else.
 */
export async function markdownToHtml(text: string): Promise<string> {
  return micromark(text);
}
