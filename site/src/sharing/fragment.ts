import { broken } from "../../../language/english/shared-link.ts";
import { packed, unpacked } from "./packed.ts";
import { readShared } from "./read-shared.ts";
import type { ReadShared, Shared } from "./shared.ts";

/** Begins every fragment that gives something back. The version says how to read the rest. */
const mark = "share=";
const version = "1.";

/** An address with more characters than this is cut by some programs: what is longer goes into a file. */
export const longestLink = 8_000;
/** More characters than this are not even unpacked, and no more bytes than that are unpacked. */
const mostLetters = 100_000;
const mostBytes = 4_000_000;

/** Whether an address's fragment is one of ours, without the `#` or with it. Cheap: every page asks. */
export function isShared(fragment: string): boolean {
  return fragment.replace(/^#/, "").startsWith(mark);
}

/** The fragment that gives all this back, without its `#`. It is never sent to a server. */
export async function fragmentOf(shared: Shared): Promise<string> {
  return mark + version + (await packed(JSON.stringify(shared)));
}

/** The address `page` with what is shared in it; `page`'s own fragment goes. */
export async function linkTo(page: URL | string, shared: Shared): Promise<string> {
  const address = new URL(page);
  address.hash = await fragmentOf(shared);
  return address.href;
}

/** Reads what a fragment gives back. Whatever it holds, nothing is thrown. */
export async function readFragment(fragment: string): Promise<ReadShared> {
  const text = fragment.replace(/^#/, "").slice(mark.length);
  if (!text.startsWith(version)) {
    return { kind: "broken", why: /^\d+\./.test(text) ? broken.newer : broken.cut };
  }
  if (text.length > mostLetters) return { kind: "broken", why: broken.tooLong };
  const json = await unpacked(text.slice(version.length), mostBytes);
  if (json === "too-much") return { kind: "broken", why: broken.unfolds };
  if (json === null) return { kind: "broken", why: broken.cut };
  try {
    return readShared(JSON.parse(json));
  } catch {
    return { kind: "broken", why: broken.cut };
  }
}
