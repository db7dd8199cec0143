import type { LimitHit } from "./guest-call-result.ts";

/** What an error of the engine says of itself. */
export interface EngineError {
  name: string;
  message: string;
  stack?: string;
}

/** The limit that an error of the engine means; null if it means no limit. */
export function limitOfError({ name, message, stack = "" }: EngineError): LimitHit | null {
  const found = errors.find((error) => error.name === name && error.message === message);
  return found ? { kind: "limit", limit: found.limit, stack } : null;
}

const errors: { name: string; message: string; limit: LimitHit["limit"] }[] = [
  { name: "InternalError", message: "out of memory", limit: "memory" },
  { name: "RangeError", message: "Maximum call stack size exceeded", limit: "stack" },
  // The compiler of regular expressions throws other errors for the same limits.
  { name: "SyntaxError", message: "out of memory", limit: "memory" },
  { name: "SyntaxError", message: "stack overflow", limit: "stack" },
];

/**
 * Whether this error may hide an allocation that failed inside a built-in. Without memory for a new function's prototype,
 * for example, `new Function` fails with "not a function". Check as well that the memory was full.
 */
export function mayHideFullMemory({ name, message, stack = "" }: EngineError): boolean {
  return name === "TypeError" && message === "not a function" && /^\s*at \S+ \(native\)/.test(stack);
}
