import { useCallback, useEffect, useState } from "react";
import type { ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import { exampleReducers } from "../../../../engine/labs/replay-cost/example-reducers.ts";
import plotCss from "../../../../figures/plot/line-plot.css?inline";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { CodeSection } from "./code-section.tsx";
import { CoverageSection } from "./coverage-section.tsx";
import { defaultExercise, openExercise, ownAnswer, type ReplayedExercise } from "./exercise-source.ts";
import { LawSection } from "./law-section.tsx";
import { MeasureSection } from "./measure-section.tsx";
import { OldSnapshotSection } from "./old-snapshot-section.tsx";
import css from "./replay-cost.css?inline";
import type { ReplayCostStore } from "./replay-cost-store.ts";

addStylesheet(plotCss);
addStylesheet(css);

/** The learner's reducer, and below it what a replay of it costs, whether it may have snapshots, and when they are old. */
export function ReplayCostPanel({
  lab,
  exercise: first = defaultExercise,
}: {
  lab: ReplayCostStore;
  exercise?: string;
}) {
  const [exercise, setExercise] = useState<ReplayedExercise | null>(null);
  const [source, setSource] = useState("");
  const [isFailed, setFailed] = useState(false);
  const open = useCallback((id: string) => {
    openExercise(id).then(
      (opened) => {
        setFailed(false);
        setExercise(opened);
        setSource(ownAnswer(id) ?? exampleReducers.pure);
      },
      () => setFailed(true),
    );
  }, []);
  useEffect(() => open(first), [open, first]);
  const code: ReplayedCode | null = exercise && { ...exercise, source };
  // An upcaster's code is folded through it; a ready reducer has none.
  const folded: ReplayedCode | null =
    code && code.entry.kind === "upcaster" && !/\bupcast\b/.test(source)
      ? { ...code, entry: { kind: "reducer" } }
      : code;
  return (
    <div className="lab-sections replay-cost">
      {isFailed && <p role="alert">{words.notLoaded}</p>}
      {exercise && folded && code && (
        <>
          <CodeSection exercise={exercise} source={source} onExercise={open} onSource={setSource} />
          <MeasureSection lab={lab} code={folded} />
          <LawSection lab={lab} code={folded} />
          <OldSnapshotSection lab={lab} code={folded} />
          {code.entry.kind === "upcaster" && <CoverageSection lab={lab} code={code} key={code.exercise} />}
        </>
      )}
    </div>
  );
}
