import { packed } from "./pack-text.ts";
import type { Shared } from "./shared-link-types.ts";

/** Begins every fragment that gives something back. The version says how to read the rest. */
export const mark = "share=";
export const version = "1.";

/** An address with more characters than this is cut by some programs: what is longer goes into a file. */
export const longestLink = 8_000;
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
