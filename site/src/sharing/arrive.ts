import { broken } from "../../../language/english/shared-link.ts";
import { busyWords } from "../../../language/english/workbench.ts";
import { type ExerciseMemory, readExercise, writeExercise } from "../workbench/memory.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { isWhole, type OnPage } from "../workbench/use-chosen.ts";
import { readFragment } from "./fragment.ts";
import type { Shared } from "./shared.ts";

/**
 * Opens the link in the page's address: its code and step take the place of what the browser remembers, and the learner's
 * own code is set aside. The address loses the link, so that a reload keeps what is changed from now on.
 */
export async function arrive(
  exercises: OnPage[],
  open?: (id: string) => Promise<ExercisePayload>,
): Promise<{ index: number | null; problem: string | null }> {
  const read = await readFragment(location.hash);
  const done = () => history.replaceState(null, "", location.pathname + location.search);
  if (read.kind === "broken") {
    done();
    return { index: null, problem: read.why };
  }
  const index = exercises.findIndex(({ exercise }) => exercise.id === read.shared.exercise);
  const found = exercises[index];
  if (!found) {
    done();
    return { index: null, problem: broken.otherPage };
  }
  // While its exercise cannot be fetched the link stays in the address: a reload tries again.
  const payload = isWhole(found) ? found : await open?.(found.exercise.id).catch(() => null);
  if (!payload) return { index: null, problem: busyWords.notLoaded(found.exercise.title) };
  done();
  const { exercise } = payload;
  writeExercise(exercise.id, opened(readExercise(exercise.id), read.shared, exercise.starter));
  // Where prose and workbench do not stand side by side, the workbench is what the link is about.
  document.querySelector<HTMLElement>('[data-show="work"]')?.click();
  return { index, problem: null };
}

/** What a link changes in the memory of its exercise. The starter is kept as no code at all. */
export function opened(
  memory: ExerciseMemory,
  { code, step = -1 }: Shared,
  starter: string,
): Partial<ExerciseMemory> {
  if (code === undefined || code === (memory.code ?? starter)) return { cursor: step };
  const own = { ...(memory.code !== undefined && { code: memory.code }), cursor: memory.cursor };
  return {
    code: code === starter ? undefined : code,
    cursor: step,
    form: "code",
    opened: [...new Set([...memory.opened, "code" as const, "checks" as const])],
    // A second link sets nothing of the first aside.
    aside: memory.aside ?? own,
  };
}
