import { scoreWords } from "../../../../language/english/quiz-score.ts";
/** The options of one question in the order in which they were opened. */
export type Attempts = number[];

/** One sentence on a quiz: how many questions are answered, how many at the first try. Empty before the first answer. */
export function scoreOf(questions: { right: number[]; tries: Attempts }[]): string {
  const answered = questions.filter(({ right, tries }) => tries.some((option) => right.includes(option)));
  if (answered.length === 0) return "";
  const atOnce = answered.filter(({ right, tries }) => right.includes(tries[0] ?? -1)).length;
  const all = questions.length;
  return answered.length === all ? scoreWords.all(atOnce, all) : scoreWords.answered(answered.length, all);
}
