/** A sentence as data: which one it is, and the numbers and names in it. A page writes it in its own language. */
export interface Sentence {
  /** Of one of the tables of this folder. It never changes its meaning. */
  code: string;
  params: Record<string, string | number>;
}

/** What is said to a person: in English, and as the sentences of which that text consists. */
export interface Message {
  message: string;
  sentences: Sentence[];
}

type Params = Record<string, string | number>;

/** Sentences by their codes: a text, or a function that puts numbers and names into one. */
export type SentenceTable = Record<string, string | ((params: never) => string)>;

/** The codes of a table whose sentences have no numbers and no names. */
export type PlainCode<Table extends SentenceTable> = {
  [Code in keyof Table & string]: Table[Code] extends string ? Code : never;
}[keyof Table & string];

type ParamsOf<Entry> = Entry extends (params: infer Given extends Params) => string ? [Given] : [];

/**
 * Gives the function that says the sentences of a table.
 * @__NO_SIDE_EFFECTS__
 */
export function sentencesFrom<Table extends SentenceTable>(table: Table) {
  return <Code extends keyof Table & string>(code: Code, ...given: ParamsOf<Table[Code]>): Message => {
    const params: Params = given[0] ?? {};
    return { message: writeEntry(table[code], params), sentences: [{ code, params }] };
  };
}

const verbatim = "verbatim";

/** A text that is in nobody's table and stays as it is: an author's, or an error message of the engine itself. */
export function verbatimMessage(text: string): Message {
  return { message: text, sentences: text === "" ? [] : [{ code: verbatim, params: { text } }] };
}

/** Several messages as one: each begins after a space. Those that say nothing are left out. */
export function joinMessages(...parts: (Message | null | undefined)[]): Message {
  const said = parts.filter((part) => part != null && part.message !== "") as Message[];
  return {
    message: said.map(({ message }) => message).join(" "),
    sentences: said.flatMap(({ sentences }) => sentences),
  };
}

/**
 * The sentences in the words of a table. Null where it does not have all of them or where the params do not fit: a
 * server may be newer than a page.
 */
export function writeSentences(sentences: Sentence[], table: SentenceTable): string | null {
  try {
    const written = sentences.map(({ code, params }) => {
      if (code === verbatim) return String(params.text);
      return Object.hasOwn(table, code) ? writeEntry(table[code], params) : null;
    });
    return written.includes(null) ? null : written.join(" ");
  } catch {
    return null;
  }
}

function writeEntry(entry: SentenceTable[string] | undefined, params: Params): string {
  return typeof entry === "function" ? entry(params as never) : (entry ?? "");
}
