/** How jq ends what it prints: JSON and a line break, the text itself and a line break, or the text alone. */
export type OutputForm = "json" | "raw" | "joined";

/**
 * A program that prints marks around what the learner's prints for each input: every line is known to come from one
 * input, and blanks at its ends are kept. `mark` is a word that nobody prints.
 */
export function markedProgram(program: string, mark: string): string {
  return `"${mark}-begin", (${program.trim() === "" ? "." : program}\n), "${mark}-end"`;
}

/** What the program printed for each input, with the ends of lines. A program that failed has no mark at its end. */
export function outputsOf(stdout: string, mark: string, form: OutputForm): string[] {
  const written = (name: string) =>
    form === "json" ? `"${mark}-${name}"\n` : `${mark}-${name}${form === "raw" ? "\n" : ""}`;
  const text = form === "joined" ? stdout : `${stdout}\n`;
  return text
    .split(written("begin"))
    .slice(1)
    .map((output) => output.split(written("end"), 1)[0] ?? "");
}
