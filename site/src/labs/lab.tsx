import { useEffect, useState } from "react";
import { labWords } from "../../../language/english/labs.ts";
import type { FoldSession } from "../session/session-interface.ts";
import { onDemand } from "../ui/on-demand.tsx";
import { browserLab } from "./browser-lab.ts";
import type { LabEntry, LabPart } from "./lab-entry.ts";
import { LabFrame } from "./lab-frame.tsx";
import { createLabStore, type LabStore } from "./lab-store.ts";

interface LabProps {
  entry: LabEntry;
  session: FoldSession;
  /** The exercise in whose workbench the lab is; absent on the lab's own page. */
  exercise?: string;
}

/** The labs of this page, kept when a panel is closed and opened again. */
const parts = new Map<string, ReturnType<typeof onDemand<LabProps>>>();

/** A lab with its frame; its code is loaded when it is first shown. */
export function Lab(props: LabProps) {
  const { entry } = props;
  const Part =
    parts.get(entry.id) ??
    onDemand<LabProps>(labWords.part(entry.words.title), async () => loadedLab(await entry.load()));
  parts.set(entry.id, Part);
  return <Part {...props} />;
}

/** A component that follows the lab while it is on the page. */
function loadedLab({ fold, Panel, worksHere }: LabPart<never>) {
  let store: LabStore<never> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each lab, when its code has come
  return function LoadedLab({ entry, session, exercise }: LabProps) {
    const [lab] = useState(() => {
      store ??= createLabStore(entry.id, fold, worksHere && browserLab(fold, worksHere()));
      return store;
    });
    useEffect(() => lab.open(session), [lab, session]);
    return (
      <LabFrame entry={entry} lab={lab as LabStore}>
        <Panel lab={lab} {...(exercise && { exercise })} />
      </LabFrame>
    );
  };
}
