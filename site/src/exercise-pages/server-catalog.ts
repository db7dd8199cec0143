import type { Exercise, ExercisePayload } from "../exercise/exercise-payload.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { apiUrl, serverAnswers } from "../session/server-address.ts";

/** An exercise as the server lists it. `pack` is the title of its pack; the course's own have none. */
export interface Listed
  extends Pick<
    Exercise,
    "id" | "title" | "concepts" | "difficulty" | "lesson" | "prerequisites" | "form" | "entry"
  > {
  pack?: string;
}

/** Every exercise that the server knows, those of its packs too; null where no server answers. */
export async function listOnServer(base: string): Promise<Listed[] | null> {
  const api = apiUrl(base);
  if (!(await serverAnswers(api))) return null;
  const response = await fetch(new URL("exercises", api));
  return response.ok ? ((await response.json()) as Listed[]) : null;
}

/** What a page needs of an exercise. Throws the server's own sentence where it gives none. */
export async function pageOnServer(base: string, id: string): Promise<ExercisePayload> {
  const response = await fetch(new URL(`exercises/${encodeURIComponent(id)}/page`, apiUrl(base)));
  const answer = inPageLanguage(await response.json());
  if (!response.ok) throw new Error(answer.detail);
  return answer as ExercisePayload;
}

/** Where an exercise opens: one of a pack, which the site was not built with, on the page that asks the server. */
export function addressOf({ id, pack }: Pick<Listed, "id" | "pack">, base: string): string {
  const below = `${base.replace(/\/*$/, "")}/exercises`;
  return pack === undefined ? `${below}/${id}/` : `${below}/open/?id=${encodeURIComponent(id)}`;
}
