/** What a page asks of the worker that keeps the site. `files` are addresses without their query. */
export type Asked =
  /** Keep those among these that are kept when used: they were fetched before the worker was there. */
  | { kind: "used"; files: string[] }
  /** Is the page that consists of these files of another build than the worker? Answered with a boolean. */
  | { kind: "is-other"; files: string[] };
