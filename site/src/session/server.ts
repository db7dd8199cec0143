/** The address of the server's `/api/`. `base` is the path the site lies under. */
export function apiBelow(base: string): URL {
  return new URL("api/", new URL(`${base.replace(/\/*$/, "")}/`, location.href));
}

/**
 * Whether the course's server answers at this address. A plain static server answers `about` with the site's own file,
 * which names no engine: so the console stays free of errors. Asking also brings the session cookie.
 */
export async function serverAnswers(api: URL): Promise<boolean> {
  try {
    const response = await fetch(new URL("about", api), { signal: AbortSignal.timeout(1_200) });
    const about = (await response.json()) as { engine?: string };
    return response.ok && about.engine !== undefined;
  } catch {
    // No server, or a page where /api is something else.
    return false;
  }
}
