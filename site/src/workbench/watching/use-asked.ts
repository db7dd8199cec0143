import { useCallback, useEffect, useState } from "react";
import { watching } from "../../../../language/english/watching.ts";
import type { FoldSession, Handle } from "../../session/session.ts";
import type { ExerciseMemory } from "../memory.ts";
import type { ExercisePayload } from "../payload.ts";
import type { BenchState } from "../state/bench.ts";
import { type Asked, nothingAsked } from "./asked.ts";

/**
 * What the learner's breakpoint and watches say of the fold on screen: of the code that was folded, not of the draft.
 * Asked once the fold has settled, and again when the fold or an expression changes.
 */
export function useAsked(
  payload: ExercisePayload,
  session: FoldSession | null,
  { tape, running }: BenchState,
  { breakpoint, watches }: Pick<ExerciseMemory, "breakpoint" | "watches">,
): Asked & { again(): void } {
  const [asked, setAsked] = useState<Asked>(nothingAsked);
  const [tries, setTries] = useState(0);
  const { trace, source, log } = tape;
  const settled = running === null;
  // Of a long fold the trace holds a few steps, and others at every place one stands at.
  const long = tape.long !== undefined || log.kind === "long";
  const nothing = breakpoint === undefined && watches.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trace belongs to one source and log; expressions by their text
  useEffect(() => {
    if (long && !nothing) return setAsked({ ...nothingAsked, phase: "failed", message: watching.long });
    setAsked(nothing ? nothingAsked : { ...nothingAsked, phase: "asking" });
    if (!session || !settled || nothing) return;
    let handle: Handle | null = null;
    let gone = false;
    import("./ask.ts").then(
      ({ ask }) => {
        if (!gone) handle = ask(session, { payload, source, log }, { breakpoint, watches }, setAsked);
      },
      () => gone || setAsked({ ...nothingAsked, phase: "failed", message: watching.notLoaded }),
    );
    return () => {
      gone = true;
      handle?.cancel();
    };
  }, [session, settled, long || trace, breakpoint, watches.join("\n"), tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  return { ...asked, again };
}
