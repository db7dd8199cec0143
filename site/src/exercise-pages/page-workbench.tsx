import { type ComponentProps, useCallback, useEffect, useMemo } from "react";
import type { Exercise, ExercisePayload } from "../exercise/exercise-payload.ts";
import { Workbench } from "../workbench/workbench.tsx";
import { type DeduplicatedPayload, restorePayload } from "./deduplicated-payload.ts";

interface PageBenchProps extends Omit<ComponentProps<typeof Workbench>, "exercises" | "open"> {
  /** What the page carries for the workbench. */
  exercises: DeduplicatedPayload[];
  /** Exercises of the same page that lie beside it, in their order. */
  others?: Pick<Exercise, "id" | "title" | "optional">[];
}

const none: NonNullable<PageBenchProps["others"]> = [];
/** What says that somebody has begun with the page. */
const begun = ["pointerdown", "keydown"] as const;

/** The workbench with what a page carries for it; what lies beside the page is fetched once somebody has begun. */
export function PageWorkbench({ exercises, others = none, base, ...props }: PageBenchProps) {
  const all = useMemo(
    () => [...exercises.map(restorePayload), ...others.map((exercise) => ({ exercise }))],
    [exercises, others],
  );
  const openExercise = useCallback((id: string) => opened(base, id), [base]);
  useEffect(() => {
    // A server that is lost later must not take the other exercises along.
    const fetchAll = () => {
      for (const type of begun) removeEventListener(type, fetchAll);
      for (const { id } of others) openExercise(id).catch(() => {});
    };
    for (const type of begun) addEventListener(type, fetchAll);
    return () => {
      for (const type of begun) removeEventListener(type, fetchAll);
    };
  }, [others, openExercise]);
  return <Workbench exercises={all} open={openExercise} base={base} {...props} />;
}

const asked = new Map<string, Promise<ExercisePayload>>();

/** An exercise that lies beside the page. One that could not be fetched is asked for anew the next time. */
function opened(base: string, id: string): Promise<ExercisePayload> {
  const known = asked.get(id);
  if (known) return known;
  const fetched = fetch(`${base.replace(/\/*$/, "/")}exercises/${id}.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(`${id} was answered with ${answer.status}.`);
    return restorePayload((await answer.json()) as DeduplicatedPayload);
  });
  asked.set(id, fetched);
  fetched.catch(() => asked.delete(id));
  return fetched;
}
