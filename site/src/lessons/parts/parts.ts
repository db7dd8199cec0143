import type { LessonFrontmatter } from "../frontmatter.ts";

export type PartName = "explain" | "see" | "do" | "quiz" | "deeper" | "keep";

/** The six parts of a lesson, in their order. */
export const parts: Record<
  PartName,
  { offset: number; label: string; minutes?: keyof LessonFrontmatter["minutes"] }
> = {
  explain: { offset: 0, label: "Explain", minutes: "read" },
  see: { offset: 1, label: "See", minutes: "play" },
  do: { offset: 2, label: "Do", minutes: "write" },
  quiz: { offset: 3, label: "Quiz", minutes: "quiz" },
  deeper: { offset: 4, label: "Go deeper" },
  keep: { offset: 5, label: "Keep" },
};

/** "4 minutes", or nothing for a part without a time. */
export function timeOf(name: PartName, minutes: LessonFrontmatter["minutes"]): string | undefined {
  const part = parts[name].minutes;
  const count = part && minutes[part];
  return count === undefined ? undefined : count === 1 ? "1 minute" : `${count} minutes`;
}

const words = ["no questions", "one question", "two questions", "three questions", "four questions"];

/** The line under a lesson's title: "15 minutes: read 4, play 2, write 7, three questions." */
export function minutesLine(minutes: LessonFrontmatter["minutes"], questions: number): string {
  const { read, play, write, quiz } = minutes;
  const total = read + (play ?? 0) + (write ?? 0) + (quiz ?? 0);
  const named = [
    `read ${read}`,
    play && `play ${play}`,
    write && `write ${write}`,
    questions && words[questions],
  ];
  return `${total} minutes: ${named.filter(Boolean).join(", ")}.`;
}
