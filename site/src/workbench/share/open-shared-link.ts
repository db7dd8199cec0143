import { broken } from "../../../../language/english/shared-link-errors.ts";
import { busyWords } from "../../../../language/english/workbench.ts";
import { type ExerciseMemory, readExercise } from "../../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { readFragment } from "../../exercise/link/read-link.ts";
import type { Shared } from "../../exercise/link/shared-link-types.ts";
import { changeExercise } from "../../progress/change-exercise.ts";
import { hasWholePayload, type OnPage } from "../use-chosen-exercise.ts";

/**
 * Opens the link in the page's address: its code and step take the place of what the browser remembers, and the learner's
 * own code is set aside. The address loses the link, so that a reload keeps what is changed from now on.
 */
export async function openSharedLink(
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
  const payload = hasWholePayload(found) ? found : await open?.(found.exercise.id).catch(() => null);
  if (!payload) return { index: null, problem: busyWords.notLoaded(found.exercise.title) };
  done();
  const { exercise } = payload;
  changeExercise(exercise.id, openedWorkspace(readExercise(exercise.id), read.shared, exercise.starter));
  // Where prose and workbench do not stand side by side, the workbench is what the link is about.
  document.querySelector<HTMLElement>('[data-show="work"]')?.click();
  return { index, problem: null };
}

/** What a link changes in the memory of its exercise. The starter is kept as no code at all. */
export function openedWorkspace(
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
