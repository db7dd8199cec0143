import type { Shared } from "./shared-link-types.ts";

export const fileVersion = 1;

/** The text of a file that gives all this back, for what is too long for a link. */
export function fileOf(shared: Shared): string {
  return `${JSON.stringify({ offsetZero: fileVersion, ...shared })}\n`;
}
