import { useEffect, useState } from "react";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { OnPage } from "../use-chosen-exercise.ts";

/** What a link brought to this page. */
interface Arrival {
  /** Counts up when something was opened: the workbench has to begin anew. */
  count: number;
  /** Why the page's link could not be opened. */
  problem: string | null;
}

/** Opens the link in the page's address, if there is one; `choose` is told which of the exercises it belongs to. */
export function useSharedLink(
  exercises: OnPage[],
  choose: (index: number) => void,
  open?: (id: string) => Promise<ExercisePayload>,
): Arrival {
  const [arrival, setArrival] = useState<Arrival>({ count: 0, problem: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is opened once, and again when it changes
  useEffect(() => {
    const look = () => {
      // What reads a link is loaded where there is one.
      if (!location.hash.startsWith("#share=")) return;
      void import("./open-shared-link.ts")
        .then(({ openSharedLink }) => openSharedLink(exercises, open))
        .then(({ index, problem }) => {
          if (index !== null) choose(index);
          setArrival(({ count }) => ({ count: index === null ? count : count + 1, problem }));
        });
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return arrival;
}
