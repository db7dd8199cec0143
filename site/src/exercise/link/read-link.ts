import { broken } from "../../../../language/english/shared-link-errors.ts";
import { mark, version } from "./link-fragment.ts";
import { unpackText } from "./pack-text.ts";
import { fileVersion } from "./share-file.ts";
import { readShared } from "./shared-link-schema.ts";
import type { ReadShared } from "./shared-link-types.ts";

/** More characters than this are not even unpacked, and no more bytes than that are unpacked. */
const mostLetters = 100_000;
const mostBytes = 4_000_000;

/** Reads what a fragment gives back. Whatever it holds, nothing is thrown. */
export async function readFragment(fragment: string): Promise<ReadShared> {
  const text = fragment.replace(/^#/, "").slice(mark.length);
  if (!text.startsWith(version)) {
    return { kind: "broken", why: /^\d+\./.test(text) ? broken.newer : broken.cut };
  }
  if (text.length > mostLetters) return { kind: "broken", why: broken.tooLong };
  const json = await unpackText(text.slice(version.length), mostBytes);
  if (json === "too-much") return { kind: "broken", why: broken.unfolds };
  if (json === null) return { kind: "broken", why: broken.cut };
  try {
    return readShared(JSON.parse(json));
  } catch {
    return { kind: "broken", why: broken.cut };
  }
}

/** Reads a file that `fileOf` wrote. Whatever it holds, nothing is thrown. */
export function readFile(text: string): ReadShared {
  try {
    const { offsetZero, ...shared } = JSON.parse(text);
    if (offsetZero === fileVersion) return readShared(shared);
    if (typeof offsetZero === "number") return { kind: "broken", why: broken.newer };
  } catch {
    // No JSON, or none with members: it is no file of ours.
  }
  return { kind: "broken", why: broken.noFile };
}
