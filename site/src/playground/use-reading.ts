import { useRef, useState } from "react";
import { open as words } from "../../../language/english/playground.ts";
import { loadTape } from "./later.ts";
import type { OpenLog } from "./open-log.ts";
import type { Progress } from "./opening.ts";
import { say } from "./playground.ts";

/** Opens a log; null where what was opened has put itself on the tape. Rejects with a sentence. */
type Opening = (progress: Progress, signal: AbortSignal) => Promise<OpenLog | null>;

/** One reading at a time: what it says, and how to give it up. A log with a record in it goes on the tape. */
export function useReading() {
  const [said, setSaid] = useState("");
  const [reading, setReading] = useState(false);
  const under = useRef<AbortController | null>(null);

  const read = (opening: Opening) => {
    under.current?.abort();
    const control = new AbortController();
    under.current = control;
    setSaid("");
    setReading(true);
    say(null);
    const progress: Progress = (bytes, total, count) => {
      if (!control.signal.aborted) setSaid(words.reading(bytes, total, count));
    };
    Promise.all([opening(progress, control.signal), loadTape()])
      .then(([log, { putOnTape }]) => {
        if (control.signal.aborted) return;
        if (log === null) return setSaid("");
        if (log.records.length === 0)
          return setSaid([words.nothing, ...log.found.problems.slice(0, 3)].join(" "));
        putOnTape(log);
        setSaid(words.there(log.found.count, log.name));
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
