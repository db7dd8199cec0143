/** Something to say to the author of an exercise: what is wrong, where, and what to do next. */
export interface Remark {
  /** As the author finds it: the pack's folder first. */
  file: string;
  line?: number;
  wrong: string;
  next: string;
  /** Which exercises need it fixed: every one, those of a course, or none, so that it is advice. */
  needed: "always" | "course" | "never";
}

export type Level = "class" | "course";

/** Whether the remark keeps an exercise of this level from passing. */
export function isProblem({ needed }: Remark, level: Level): boolean {
  return needed === "always" || (needed === "course" && level === "course");
}

/**
 * What reading a folder threw, as a remark: such a message begins with the file's name, and with the line where it is
 * known. `file` is where it is put when it does not.
 */
export function remarkOf(error: unknown, file: string): Remark {
  const message = error instanceof Error ? error.message : String(error);
  const found = /^(\S+\.(?:d\.ts|ts|yaml|json|ndjson|md|txt))(?::(\d+))?(:?) (.*)$/s.exec(message);
  if (!found) return { file, ...splitMessage(capital(message)), needed: "always" };
  const [, named = file, line, colon, told = ""] = found;
  // "checks.ts is missing": without the name of the file, which stands above, the sentence needs a subject.
  const sentence = colon ? capital(told) : `It ${told}`;
  return { file: named, ...(line && { line: Number(line) }), ...splitMessage(sentence), needed: "always" };
}

/** A sentence begins with a capital letter, unless a name in code comes first. */
function capital(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const toDo = /^(Add|Give|Leave|Let|Fix|Name|Put|Say|Take|Write)\b/;

/** What is wrong, and what to do about it: the last sentence, where it says that. */
export function splitMessage(told: string): { wrong: string; next: string } {
  const sentences = told.split(/(?<=[.”?])\s+(?=[A-Z])/);
  const last = sentences.at(-1) ?? "";
  return sentences.length > 1 && toDo.test(last)
    ? { wrong: sentences.slice(0, -1).join(" "), next: last }
    : { wrong: told, next: "Fix it and check again." };
}
