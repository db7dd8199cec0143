/** A word with which the course would say one thing in two ways, and the word it has for it. */
export type OtherWord = [pattern: RegExp, instead: string];

/** Of the course's list of words, those that are wrong in every text: instructions, hints, messages and lessons. */
export const otherWords: OtherWord[] = [
  [/\bhandlers?\b/i, "reducer"],
  [/\busers?\b/i, "learner, or the name of the person"],
  [/\bmessages?\b/i, "record"],
  [/(?<!Kafka )\bstreams?\b/i, "log"],
  [/\bdenormali[sz]ers?\b/i, "projector"],
  [/\bcheckpoints?\b/i, "snapshot"],
  [/\bunit tests?\b|\btest cases?\b/i, "check"],
];

/** Words of novels and of old books. Readers whose English is a working language stop at them. */
export const literaryWords: OtherWord[] = [
  [/\b(?:stands?|stood)\b(?! for\b)/i, "is, or has"],
  [/\b(?:lies|lay|laid|lain)\b/i, "is, or put"],
  [/\b(?:bears?|bore|borne)\b/i, "has, or carries"],
  [/\bmend(?:s|ed|ing)?\b/i, "fix"],
  [/\b(?:is|are|was|were|be|been) told\b/i, "gets, or reads"],
  [/\bparting\b/i, "difference"],
  [/\bwhich is when\b/i, "then, in a sentence of its own"],
  [/\b(?:that|those) of\b/i, "the noun again"],
  [/\b(?:thus|hence|thereby|therein|whereby|wherein|whence|henceforth|hitherto)\b/i, "so"],
  [/\b(?:albeit|lest|whilst|amid|upon|nor)\b/i, "although, so that not, while, among, on, or not"],
  [/\bshall\b/i, "will, or must"],
];

/** The sentences of a text, each with its place in it. A sentence ends with one of `ends` and a space. */
export function sentencesIn(text: string, ends = ".?"): { text: string; at: number }[] {
  const end = new RegExp(`(?<=[${ends}][”"’')\\]]*)\\s+`, "g");
  let at = 0;
  return text.split(end).map((sentence) => {
    const found = text.indexOf(sentence, at);
    at = found + sentence.length;
    return { text: sentence, at: found };
  });
}

/** Where a text has one of these words. */
export function findWords(text: string, words: OtherWord[]): { word: string; instead: string }[] {
  return words.flatMap(([pattern, instead]) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [{ word, instead }];
  });
}
