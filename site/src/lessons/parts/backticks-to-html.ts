const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A line of plain text as HTML, in which `backticks` mark code. Everything else stands as written. */
export function backticksToHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)
    .replace(/`([^`]+)`/g, "<code>$1</code>");
}
