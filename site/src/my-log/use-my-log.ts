import { useEffect, useState } from "react";
import { wholeLog } from "../progress/my-progress.ts";
import type { ProgressRecord } from "../progress/progress-event.ts";

/** The learner's log with the code that is kept; null until the page is the browser's. Read again when it changes. */
export function useMyLog(): ProgressRecord[] | null {
  const [log, setLog] = useState<ProgressRecord[] | null>(null);
  useEffect(() => {
    const look = () => setLog(wholeLog());
    // What the workbench of this page remembers of itself is no reason to read the log again.
    const onMemory = (event: Event) => {
      if ((event as CustomEvent).detail === "progress") look();
    };
    look();
    addEventListener("offset-zero:memory", onMemory);
    addEventListener("storage", look);
    return () => {
      removeEventListener("offset-zero:memory", onMemory);
      removeEventListener("storage", look);
    };
  }, []);
  return log;
}
