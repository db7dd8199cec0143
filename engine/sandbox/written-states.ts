/**
 * States that a fold lane writes out. Each is known by its number: `names` holds read model (empty for a reducer) and
 * key (empty for the one state of `all`) of those that are written for the first time, numbered on from the last named.
 */
export interface WrittenStates {
  names: [view: string, key: string][];
  /** Which states these are. */
  numbers: number[];
  /** Characters of each state's JSON in `texts`, which holds one after the other. */
  lengths: number[];
  texts: string;
}

/** What the guest handed over, as lists; null where it does not fit together. */
export function readStates(names: string, numbers: string, lengths: string, texts: string) {
  try {
    const read: WrittenStates = {
      names: JSON.parse(`[${names}]`),
      numbers: JSON.parse(`[${numbers}]`),
      lengths: JSON.parse(`[${lengths}]`),
      texts,
    };
    const counts = [...read.numbers, ...read.lengths].every((n) => Number.isSafeInteger(n) && n >= 0);
    const whole = read.lengths.reduce((sum, length) => sum + length, 0) === texts.length;
    const named = read.names.every(
      (name) => Array.isArray(name) && name.length === 2 && name.every((part) => typeof part === "string"),
    );
    return counts && whole && named && read.numbers.length === read.lengths.length ? read : null;
  } catch {
    return null;
  }
}
