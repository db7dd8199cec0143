import type { Check, CheckContext, KnownMistake } from "./checks.ts";

/**
 * Makes checks that speak about what `read` finds at a step: a move, a seat, a request. Where it finds nothing, they do not
 * cover the step. All of them know the same mistakes.
 */
export function checksAbout<Found>(
  read: (at: CheckContext) => Found | null | undefined,
  known?: KnownMistake[],
) {
  return (
    id: string,
    title: string,
    covers: (found: Found, at: CheckContext) => boolean,
    message: (found: Found, at: CheckContext) => string,
  ): Check => ({
    id,
    title,
    covers: (at) => {
      const found = read(at) ?? null;
      return found !== null && covers(found, at);
    },
    message: (at) => message(read(at) as Found, at),
    ...(known && { known }),
  });
}

/** The checks, each of which looks for this mistake before those of its own: as where the learner's code stopped. */
export function withKnownMistake(mistake: KnownMistake, checks: Check[]): Check[] {
  return checks.map((check) => ({ ...check, known: [mistake, ...(check.known ?? [])] }));
}
