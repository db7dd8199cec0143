/**
 * Texts that come in pieces, as lines. `piece` gives the lines that it completes, `rest` what stood after the last line
 * end. No more than `longest` characters of a line are held, and one more, so that it can be told that it is too long.
 */
export function createLineSplitter(longest: number): { piece(text: string): string[]; rest(): string } {
  let begun = "";
  const whole = (line: string) => line.replace(/\r$/, "");
  const bounded = (line: string) => (line.length > longest ? line.slice(0, longest + 1) : line);
  return {
    piece(text) {
      const lines = text.split("\n");
      lines[0] = bounded(begun + lines[0]);
      begun = bounded(lines.pop() as string);
      return lines.map((line) => bounded(whole(line)));
    },
    rest: () => whole(begun),
  };
}
