/** What a page asks of the worker that keeps the site. `files` are addresses without their query. */
export type OfflineRequest =
  /** These were fetched before the worker was there: keep those that are kept when used, and what they need. */
  | { kind: "used"; files: string[] }
  /** Is the page that consists of these files of another build than the worker? Answered with a boolean. */
  | { kind: "is-other"; files: string[] };
