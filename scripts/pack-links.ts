/** An exercise as the server lists it. */
interface Listed {
  id: string;
  title: string;
  pack?: string;
}

/** The address of an exercise that the site was not built with. */
export function openLink(url: string, id: string): string {
  return `${url}/exercises/open/?id=${id}`;
}

/**
 * What there is in the packs of a running server, with a link for each exercise. `own`: where this machine reaches the
 * server; `url`: where those do who get the links.
 */
export async function packLinks(own: string, url = own): Promise<string> {
  const listed = (await (await fetch(`${own}/api/exercises`)).json()) as Listed[];
  const byPack = Map.groupBy(
    listed.filter(({ pack }) => pack !== undefined),
    ({ pack }) => pack,
  );
  const widest = Math.max(0, ...listed.filter(({ pack }) => pack).map(({ title }) => title.length));
  return [...byPack]
    .map(([pack, exercises]) => {
      const lines = exercises.map(({ id, title }) => `  ${title.padEnd(widest)}  ${openLink(url, id)}`);
      return `\n${pack}:\n${lines.join("\n")}`;
    })
    .join("\n");
}
