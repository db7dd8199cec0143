/** The longest line a process may write: a step with the largest state and event is far shorter. */
const longestLine = 4 * 1024 * 1024;

/** Takes text as it comes and hands on the lines that it completes; one longer than any honest one as an empty line. */
export function lineReader(onLine: (line: string) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
    if (rest.length > longestLine) {
      rest = "";
      onLine("");
    }
  };
}
