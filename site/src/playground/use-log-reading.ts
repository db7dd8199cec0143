import { useRef, useState } from "react";
import { open as words } from "../../../language/english/playground.ts";
import { loadTape } from "./load-on-demand.ts";
import type { Progress } from "./open-log-from-source.ts";
import type { OpenLog } from "./playground-log.ts";
import { showProblem } from "./playground-store.ts";

/** Opens a log; null where what was opened has put itself on the tape. Rejects with a sentence. */
type Opening = (progress: Progress, signal: AbortSignal) => Promise<OpenLog | null>;

/** One reading at a time: what it says, and how to give it up. A log with a record in it goes on the tape. */
export function useLogReading() {
  const [said, setSaid] = useState("");
  const [reading, setReading] = useState(false);
  const under = useRef<AbortController | null>(null);

  const read = (opening: Opening) => {
    under.current?.abort();
    const control = new AbortController();
    under.current = control;
    setSaid("");
    setReading(true);
    showProblem(null);
    const progress: Progress = (bytes, total, count) => {
      if (!control.signal.aborted) setSaid(words.reading(bytes, total, count));
    };
    Promise.all([opening(progress, control.signal), loadTape()])
      .then(([log, { showLog }]) => {
        if (control.signal.aborted) return;
        if (log === null) return setSaid("");
        if (log.records.length === 0)
          return setSaid([words.nothing, ...log.found.problems.slice(0, 3)].join(" "));
        showLog(log);
        setSaid(words.loaded(log.found.count, log.found.bad, log.found.problems[0]));
      })
      .catch((problem: unknown) => {
        if (!control.signal.aborted)
          setSaid(words.failed(problem instanceof Error ? problem.message : String(problem)));
      })
      .finally(() => {
        if (under.current === control) setReading(false);
      });
  };
  const cancel = () => {
    under.current?.abort();
    setReading(false);
    setSaid("");
  };
  return { said, reading, read, cancel, refuse: setSaid };
}
