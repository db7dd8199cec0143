import { apiBelow } from "../session/server.ts";

/** The topics of the server; null where none answers. */
export async function topicsOf(base: string): Promise<string[] | null> {
  const response = await fetch(new URL("logs", apiBelow(base))).catch(() => null);
  if (!response?.ok) return null;
  return ((await response.json()) as { topics: string[] }).topics;
}
