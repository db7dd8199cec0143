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
  const found = /^(\S+\.\w+)(?::(\d+))?:? (.*)$/s.exec(message);
  const [named = file, line, told = message] = found ? found.slice(1) : [];
  const sentence = /^[a-z]/.test(told) ? `It ${told}` : told;
  return { file: named, ...(line && { line: Number(line) }), ...splitMessage(sentence), needed: "always" };
}

const toDo = /^(Add|Declare|Give|Keep|Leave|Let|Fix|Make|Name|Put|Remove|Say|Take|Write)\b/;

/** What is wrong, and what to do about it: the last sentence, where it says that. */
export function splitMessage(told: string): { wrong: string; next: string } {
  const sentences = told.split(/(?<=[.”?])\s+(?=[A-Z])/);
  const last = sentences.at(-1) ?? "";
  return sentences.length > 1 && toDo.test(last)
    ? { wrong: sentences.slice(0, -1).join(" "), next: last }
    : { wrong: told, next: "Fix it and check again." };
}
