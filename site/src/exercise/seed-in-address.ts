const largest = 0x7fffffff;

/** The seed that a page's address names, as in `?seed=123`: checks then begin with the logs of that seed. */
export function seedOf(search: string): number | undefined {
  const text = new URLSearchParams(search).get("seed") ?? "";
  return /^\d{1,10}$/.test(text) && Number(text) <= largest ? Number(text) : undefined;
}

/**
 * The address of an exercise's page with a seed in it. An exercise of a pack has its page where it is opened, and `here`
 * names it; any other has one of its own below `base`.
 */
export function addressOnSeed(id: string, seed: number, here: URL, base: string): string {
  const ofPack = here.searchParams.get("id") === id;
  const page = ofPack ? new URL(here) : new URL(`${base.replace(/\/*$/, "")}/exercises/${id}/`, here);
  page.searchParams.set("seed", String(seed));
  return `${page.pathname}${page.search}`;
}
