import { KeptLines } from "../filters/kept-lines.ts";
import type { Line } from "../tool-interface.ts";

/** Lines that hold whole JSON values. */
export interface Batch {
  lines: readonly Line[];
  /** Whether each line that is not empty is one value. */
  valuePerLine: boolean;
}

const batchLines = 500;
const batchCharacters = 256 * 1024;
/** How long a batch waits for more lines, in ms. */
const waitMs = 20;

/** Tells where JSON values end, without reading what they are. */
class ValueScanner {
  #depth = 0;
  #inText = false;

  /** Whether no value is open after this line. */
  closedAfter(line: string): boolean {
    for (let at = 0; at < line.length; at++) {
      const character = line[at];
      if (this.#inText) {
        if (character === "\\") at++;
        else if (character === '"') this.#inText = false;
      } else if (character === '"') this.#inText = true;
      else if (character === "{" || character === "[") this.#depth++;
      else if (character === "}" || character === "]") this.#depth--;
    }
    return this.#depth <= 0 && !this.#inText;
  }
}

/**
 * The lines in batches that end where a value ends. `raw`: each line is a value. `whole`: all lines at once, because
 * the program reads its inputs itself.
 */
export async function* completeValues(
  lines: AsyncIterable<Line>,
  { raw, whole }: { raw: boolean; whole: boolean },
): AsyncGenerator<Batch, void> {
  let kept = new KeptLines("jq");
  let scanner = new ValueScanner();
  let closed = true;
  const take = (): Batch => {
    const taken = kept.all();
    kept = new KeptLines("jq");
    scanner = new ValueScanner();
    return { lines: taken, valuePerLine: !whole && (raw || taken.every(isOneValue)) };
  };
  for await (const line of withPauses(lines)) {
    if (line) {
      kept.add(line);
      closed = raw || scanner.closedAfter(line.text);
    }
    const due = line === null || kept.length >= batchLines || kept.characters >= batchCharacters;
    if (!whole && closed && due && kept.length > 0) yield take();
  }
  if (kept.length > 0) yield take();
}

function isOneValue({ text }: Line): boolean {
  if (text.trim() === "") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The lines, and null wherever the next one is late. */
async function* withPauses(lines: AsyncIterable<Line>): AsyncGenerator<Line | null, void> {
  const iterator = lines[Symbol.asyncIterator]();
  let next = iterator.next();
  let paused = false;
  for (;;) {
    const found: IteratorResult<Line> | null = paused ? await next : await Promise.race([next, late()]);
    paused = found === null;
    if (found === null) yield null;
    else if (found.done) return;
    else {
      yield found.value;
      next = iterator.next();
    }
  }
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), waitMs));
}
