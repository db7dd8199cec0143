import { renderUnicodeCompact } from "uqr";

/**
 * What the terminal says to somebody who lets others in: every address that they can open, a QR code of the first, and
 * the page that shows both to a room. Empty where no other machine can open the course.
 */
export function joinLines(urls: string[], withCode: boolean): string {
  const [first] = urls;
  if (first === undefined) return "";
  const lines = ["", "Others open it at", ...urls.map((url) => `  ${url}`)];
  if (withCode) lines.push("", renderUnicodeCompact(first, { border: 2 }), "");
  return [...lines, `To show the addresses and a QR code to a room, open ${first}/join/`].join("\n");
}
