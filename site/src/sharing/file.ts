import { broken } from "../../../language/english/shared-link.ts";
import { readShared } from "./read-shared.ts";
import type { ReadShared, Shared } from "./shared.ts";

const version = 1;

/** The text of a file that gives all this back, for what is too long for a link. */
export function fileOf(shared: Shared): string {
  return `${JSON.stringify({ offsetZero: version, ...shared })}\n`;
}

/** Reads such a file. Whatever it holds, nothing is thrown. */
export function readFile(text: string): ReadShared {
  try {
    const { offsetZero, ...shared } = JSON.parse(text);
    if (offsetZero === version) return readShared(shared);
    if (typeof offsetZero === "number") return { kind: "broken", why: broken.newer };
  } catch {
    // No JSON, or none with members: it is no file of ours.
  }
  return { kind: "broken", why: broken.noFile };
}
