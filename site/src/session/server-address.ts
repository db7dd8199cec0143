/** The address of the server's `/api/`. `base` is the path the site lies under. */
export function apiUrl(base: string): URL {
  return new URL("api/", new URL(`${base.replace(/\/*$/, "")}/`, location.href));
}

/** Longest wait for the server's answer, in milliseconds; then the page goes on alone. */
const answerWithin = 1_200;

/**
 * Whether the course's server answers at this address. A plain static server answers `about` with the site's own file,
 * which names no engine: so the console stays free of errors. Asking also brings the session cookie.
 * Under `astro dev` there is no limit: after a change the proxy holds the request until the server has restarted.
 */
export async function serverAnswers(api: URL): Promise<boolean> {
  try {
    const response = await fetch(new URL("about", api), {
      signal: import.meta.env.DEV ? null : AbortSignal.timeout(answerWithin),
    });
    const about = (await response.json()) as { engine?: string };
    return response.ok && about.engine !== undefined;
  } catch {
    // No server, or a page where /api is something else.
    return false;
  }
}
