/** The sandbox has a console that prints beside the step, and no other global beyond the language's own. */
export const sandboxGlobals = "declare const console: { log(...values: unknown[]): void };";
