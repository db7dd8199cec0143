/** A piece of SQL text. `code` is everything outside quotes and comments. */
export interface SqlPiece {
  kind: "code" | "string" | "identifier" | "comment";
  start: number;
  end: number;
  /** False where a quote or a comment has no end. */
  closed: boolean;
}

/**
 * Cuts SQL text into code, quoted pieces and comments, as PostgreSQL's own scanner does (src/backend/parser/scan.l):
 * doubled quotes, `E'\''`, dollar quotes with tags, comments within comments.
 */
export function* scanSql(text: string): Generator<SqlPiece> {
  let codeStart = 0;
  let at = 0;
  while (at < text.length) {
    const quoted = quotedAt(text, at);
    if (quoted === null) {
      at++;
      continue;
    }
    if (at > codeStart) yield { kind: "code", start: codeStart, end: at, closed: true };
    yield { kind: quoted.kind, start: at, end: quoted.end, closed: quoted.closed };
    at = quoted.end;
    codeStart = at;
  }
  if (at > codeStart) yield { kind: "code", start: codeStart, end: at, closed: true };
}

type Quoted = Pick<SqlPiece, "kind" | "end" | "closed">;

function quotedAt(text: string, at: number): Quoted | null {
  switch (text[at]) {
    case "'":
      return quoteEnd(text, at, "'", "string", hasEscapes(text, at));
    case '"':
      return quoteEnd(text, at, '"', "identifier", false);
    case "$":
      return dollarQuote(text, at);
    case "-":
      return text[at + 1] === "-" ? lineComment(text, at) : null;
    case "/":
      return text[at + 1] === "*" ? blockComment(text, at) : null;
    default:
      return null;
  }
}

/** `E'…'`: a backslash escapes the next character. The E stands alone, not at the end of a longer word. */
function hasEscapes(text: string, at: number): boolean {
  return /[eE]/.test(text[at - 1] ?? "") && !isWord(text[at - 2]);
}

function quoteEnd(text: string, at: number, quote: string, kind: Quoted["kind"], escapes: boolean): Quoted {
  for (let end = at + 1; end < text.length; end++) {
    if (escapes && text[end] === "\\") end++;
    else if (text[end] === quote) {
      if (text[end + 1] !== quote) return { kind, end: end + 1, closed: true };
      end++;
    }
  }
  return { kind, end: text.length, closed: false };
}

function dollarQuote(text: string, at: number): Quoted | null {
  if (isWord(text[at - 1])) return null;
  const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(text.slice(at, at + 100))?.[0];
  if (tag === undefined) return null;
  const end = text.indexOf(tag, at + tag.length);
  return end < 0
    ? { kind: "string", end: text.length, closed: false }
    : { kind: "string", end: end + tag.length, closed: true };
}

function lineComment(text: string, at: number): Quoted {
  const end = text.indexOf("\n", at);
  return { kind: "comment", end: end < 0 ? text.length : end, closed: true };
}

function blockComment(text: string, at: number): Quoted {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const two = text.slice(end, end + 2);
    if (two === "/*") depth++;
    else if (two === "*/") depth--;
    else continue;
    end++;
    if (depth === 0) return { kind: "comment", end: end + 1, closed: true };
  }
  return { kind: "comment", end: text.length, closed: false };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\w$\u0080-\uffff]/.test(character);
}
