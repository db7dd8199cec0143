import { listWords } from "../../../language/english/challenge-list.ts";
import { conceptWords, kindOf, kinds } from "../exercise-pages/exercise-kinds.ts";
import { byDifficulty } from "../exercise-pages/place-in-course.ts";
import { addressOf, type Listed, listOnServer } from "../exercise-pages/server-catalog.ts";

/** Adds the exercises of the server's packs below the course's own, a group for each pack. Says whether there are any. */
export async function addPackExercises(base: string): Promise<boolean> {
  const template = document.querySelector<HTMLTemplateElement>("[data-pack-template]");
  const listed = (await listOnServer(base).catch(() => null)) ?? [];
  const packs = Map.groupBy(
    listed.filter(({ pack }) => pack !== undefined),
    ({ pack }) => pack as string,
  );
  for (const [title, exercises] of packs) {
    const group = template?.content.cloneNode(true) as DocumentFragment | undefined;
    const list = group?.querySelector("ul");
    const row = list?.querySelector("li");
    if (!template || !group || !list || !row) return false;
    const heading = group.querySelector("h2");
    if (heading) heading.textContent = title;
    list.replaceChildren(...byDifficulty(exercises).map((exercise) => filled(row, exercise, base)));
    template.before(group);
  }
  return packs.size > 0;
}

function filled(row: HTMLElement, exercise: Listed, base: string): HTMLElement {
  const { id, title, concepts, difficulty } = exercise;
  const kind = kindOf(exercise);
  const copy = row.cloneNode(true) as HTMLElement;
  Object.assign(copy.dataset, { exercise: id, concept: concepts.join(" "), kind, difficulty });
  const link = copy.querySelector("a");
  if (link) {
    link.textContent = title;
    link.href = addressOf(exercise, base);
  }
  const facts = copy.querySelector(".facts");
  if (facts) {
    const words = concepts.map(conceptWords).join(", ");
    facts.textContent = [kinds[kind], words, listWords.difficulty(difficulty)].filter(Boolean).join(" · ");
  }
  return copy;
}
