import { apiUrl } from "../session/server-address.ts";

/** The topics of the server; null where none answers. */
export async function serverTopics(base: string): Promise<string[] | null> {
  const response = await fetch(new URL("logs", apiUrl(base))).catch(() => null);
  if (!response?.ok) return null;
  return ((await response.json()) as { topics: string[] }).topics;
}
