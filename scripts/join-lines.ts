import { renderUnicodeCompact } from "uqr";

/** White on black whatever the terminal's colours are: a phone may not read a code whose light and dark are swapped. */
const inWhiteOnBlack = (line: string) => `\u001b[97;40m${line}\u001b[0m`;

/**
 * What the terminal says to somebody who lets others in: every address that they can open, a QR code of the first, and
 * the page that shows both to a room. Empty where no other machine can open the course.
 */
export function joinLines(urls: string[], withCode: boolean): string {
  const [first] = urls;
  if (first === undefined) return "";
  const lines = ["", "Others open it at", ...urls.map((url) => `  ${url}`)];
  if (withCode) {
    const code = renderUnicodeCompact(first, { border: 2 });
    lines.push("", ...code.split("\n").map(inWhiteOnBlack), "");
  }
  return [...lines, `To show the addresses and a QR code to a room, open ${first}/join/`].join("\n");
}
