const onThisMachineOnly = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether an address of a page leads everybody to their own machine. */
export function isOnThisMachineOnly({ hostname }: URL): boolean {
  return onThisMachineOnly.test(hostname);
}

/**
 * The addresses of this site for other machines, the best first. `page`: this page's own, which is the best wherever it
 * leads others here. `base`: the path under which the site is served. Empty where only this machine can open it.
 */
export async function addressesForOthers(page: URL, base: string): Promise<string[]> {
  const path = `${base.replace(/\/*$/, "")}/`;
  const here = isOnThisMachineOnly(page) ? [] : [page.origin];
  const origins = new Set([...here, ...(await askServer(new URL(`${path}api/join`, page)))]);
  return [...origins].map((origin) => new URL(path, origin).href);
}

/** The same page at an address that others can open, where there is one. */
export async function pageForOthers(page: URL, base: string): Promise<URL> {
  if (!isOnThisMachineOnly(page)) return page;
  const [address] = await addressesForOthers(page, base);
  return address === undefined ? page : new URL(`${page.pathname}${page.search}${page.hash}`, address);
}

/** A static file server answers with public/api/join, which has no address, or not at all. */
async function askServer(url: URL): Promise<string[]> {
  try {
    const answer = await fetch(url);
    return answer.ok ? ((await answer.json()) as { addresses: string[] }).addresses : [];
  } catch {
    return [];
  }
}
