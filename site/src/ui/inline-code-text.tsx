import { showHidden } from "../../../engine/fold/hidden-characters.ts";

/** A sentence whose `names` between backticks are code. What is hidden in them is shown: they may be the learner's. */
export function InlineCodeText({ text }: { text: string }) {
  return showHidden(text)
    .split("`")
    .map((part, i) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, in its order
      i % 2 === 1 ? <code key={i}>{part}</code> : part,
    );
}

/** The same sentence for a screen reader, which would read the backticks out. */
export const spokenWords = (text: string) => showHidden(text).replaceAll("`", "");
