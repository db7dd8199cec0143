/** The command line asked for what there is not. The message says what to write instead; the exit code is 2. */
export class UsageError extends Error {}
