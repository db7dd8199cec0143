/** A sentence whose `names` between backticks are code. */
export function Words({ text }: { text: string }) {
  return text.split("`").map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, in its order
    i % 2 === 1 ? <code key={i}>{part}</code> : part,
  );
}

/** The same sentence for a voice, which would read the backticks out. */
export const spokenWords = (text: string) => text.replaceAll("`", "");
