const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** The address of a page or public file of this site, under the sub-path it is served from. `path` begins with "/". */
export function pathTo(path: string): string {
  return `${base}${path}`;
}
