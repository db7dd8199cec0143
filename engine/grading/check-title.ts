import type { Message, Sentence } from "../sentences/message.ts";

/** The name of a check. Its sentences are absent where an author wrote it. */
export interface CheckTitle {
  title: string;
  titleSentences?: Sentence[] | undefined;
}

/** A name of ours. */
export function titleOf({ message, sentences }: Message): CheckTitle {
  return { title: message, titleSentences: sentences };
}
