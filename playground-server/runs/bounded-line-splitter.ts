import { processLimits } from "./limits.ts";

/** Takes text as it comes and hands on the lines that it completes; one longer than any honest one as an empty line. */
export function createLineSplitter(onLine: (line: string) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
    if (rest.length > processLimits.lineCharacters) {
      rest = "";
      onLine("");
    }
  };
}
