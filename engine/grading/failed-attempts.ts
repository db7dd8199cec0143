/** How many different failed attempts earn a look at the solution, on the page and on the server. */
export const attemptsBeforeSolution = 3;

/** Two sources are the same attempt when they differ in white space and comments only. */
export function fingerprint(source: string): string {
  const bare = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/(^|\s)\/\/[^\n]*/g, "")
    .replaceAll(/\s+/g, "");
  let hash = 5381;
  for (let i = 0; i < bare.length; i++) hash = (Math.imul(hash, 33) ^ bare.charCodeAt(i)) >>> 0;
  return `${bare.length}-${hash.toString(36)}`;
}

/**
 * The failed attempts after one more check. Only code that ran counts (verdict `ok`), only once, and never the
 * untouched starter: an honest try changes something.
 */
export function countFailure(failures: string[], source: string, starter: string, ran: boolean): string[] {
  const attempt = fingerprint(source);
  if (!ran || attempt === fingerprint(starter) || failures.includes(attempt)) return failures;
  return [...failures, attempt];
}

/** How many more failed attempts are needed before the solution may be seen without asking. */
export function attemptsLeft(failures: string[]): number {
  return Math.max(0, attemptsBeforeSolution - failures.length);
}
