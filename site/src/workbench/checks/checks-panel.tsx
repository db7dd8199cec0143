import { useState } from "react";
import type { CheckOutcome, CheckProgress } from "../../../../engine/protocol/response-types.ts";
import { checkProgressWords } from "../../../../language/english/check-progress.ts";
import { checkWords, differenceWords, passedWords } from "../../../../language/english/checks.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { BusyLine } from "../busy-line.tsx";
import { CopyQuestionButton } from "../copy-question/copy-question-button.tsx";
import { foldSmallest } from "../fold-other-logs.ts";
import type { LawFoldsProps } from "../two-folds/law-folds.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { CheckList } from "./check-list.tsx";
import { ExpectedAgainstActual } from "./expected-against-actual.tsx";
import { FewestStatementsLine } from "./fewest-statements-line.tsx";
import { HelpPanel } from "./help-panel.tsx";
import { NextThingButton } from "./next-thing-button.tsx";
import type { OtherSolutionsProps } from "./other-solutions.tsx";
import { PassedLine } from "./passed-line.tsx";
import { SeedLine } from "./seed-line.tsx";
import { SmallestLogMessage } from "./smallest-log-message.tsx";
import { WrongPrediction } from "./wrong-prediction.tsx";

const OtherSolutions = onDemand<OtherSolutionsProps>(checkWords.otherWays, () =>
  import("./other-solutions.tsx").then((module) => module.OtherSolutions),
);

const LawFolds = onDemand<LawFoldsProps>(checkWords.folds, () =>
  import("../two-folds/law-folds.tsx").then((module) => module.LawFolds),
);

/** The first failure in words, with the way to the step where it shows; below, every check by name. */
export function ChecksPanel() {
  const { exercise, checks, code, memory, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const checking = useStore(checks.$checking);
  const source = useStore(code.$source);
  const passed = useStore(memory.$value, (value) => value.passed);
  const best = useStore(memory.$value, (value) => value.best);
  const [ways, setWays] = useState(false);
  const isPredicted = exercise.form === "predict";
  const isWritten = useStore(code.$form) === "code";
  const failed = checking?.outcomes.find((outcome) => !outcome.passed);
  const end = checking?.end;
  const wasPassed = end ? end.passed : !checking && passed !== null;
  const isStarterAgain = wasPassed && !isPredicted && source === exercise.starter;
  const isPassed = wasPassed && !isStarterAgain;
  return (
    <div className="wb-checks">
      {checking && !end && <BusyLine waiting={checking.waiting} cancel={checks.abandon} />}
      {checking && !end && checking.waiting === null && (
        <p className="wb-soft wb-doing">
          {isPredicted ? predictWords.checking : describeProgress(checking.progress)}
        </p>
      )}
      {checking && !end && checking.progress?.doing === "smallest-log" && (
        <p className="wb-verdict bad">
          <InlineCodeText text={checking.progress.message} />
        </p>
      )}
      {end?.previousVersion && <p className="wb-soft">{checkWords.previousVersion}</p>}
      {end && !end.passed && !failed && (
        <p className="wb-verdict bad">
          <InlineCodeText text={end.message} />
        </p>
      )}
      {failed && isPredicted && <WrongPrediction outcome={failed} score={end?.message ?? ""} />}
      {failed && !isPredicted && (
        <Failure
          outcome={failed}
          checked={checking?.source ?? null}
          seed={end?.seed ?? null}
          stale={checking != null && checking.source !== null && checking.source !== source}
        />
      )}
      {!checking && passed === null && !isPredicted && <p className="wb-soft">{checkWords.howTo}</p>}
      {isStarterAgain && <p className="wb-soft">{passedWords.starterAgain}</p>}
      {isPassed && (
        <div className="wb-passed">
          <PassedLine end={end ?? null} passed={passed} words={exercise.passed ?? ""} />
          <NextThingButton />
        </div>
      )}
      {passed && !isPredicted && isWritten && (end ? end.passed : !checking) && (
        <FewestStatementsLine par={exercise.par} best={best} />
      )}
      {passed && exercise.approaches > 0 && (
        <details onToggle={(event) => setWays(event.currentTarget.open)}>
          <summary>{checkWords.waysThatPass(exercise.approaches)}</summary>
          {ways && <OtherSolutions exercise={exercise.id} session={session} mine={source} />}
        </details>
      )}
      {isPassed && !isPredicted && <p className="wb-label">{passedWords.proved}</p>}
      <CheckList exercise={exercise} checking={isStarterAgain ? null : checking} />
      <HelpPanel />
    </div>
  );
}

/** The exercise's own log is folded first, and nobody tells that. */
function describeProgress(progress: CheckProgress | null): string {
  if (!progress) return checkProgressWords.ownLog;
  if (progress.doing === "laws") return checkProgressWords.laws;
  if (progress.doing === "smallest-log")
    return `${checkProgressWords.failed(progress.title)} ${checkProgressWords.smallestLog}`;
  return checkProgressWords.generatedLogs(progress.from, progress.to, progress.of);
}

interface FailureProps {
  outcome: CheckOutcome;
  /** What was checked; null where states were predicted. */
  checked: string | null;
  seed: number | null;
  /** Whether the code has changed since it was checked. */
  stale: boolean;
}

function Failure({ outcome, checked, seed, stale }: FailureProps) {
  const workbench = useWorkbench();
  const { exercise, code, layout } = workbench;
  const source = () => checked ?? code.$source.get();
  const [folds, setFolds] = useState(false);
  const { message, firstDivergence, counterexample } = outcome;
  const lit = `action wb-small${stale ? " quiet" : ""}`;
  const here = firstDivergence?.position?.topic === exercise.topic ? firstDivergence : null;
  return (
    <div className="wb-failure">
      <p className="wb-verdict bad">
        <InlineCodeText text={message} />
      </p>
      <p className="wb-row">
        {here && (
          <button
            type="button"
            className={lit}
            onClick={() => {
              workbench.folds.foldLesson(source(), here.index, here.index);
              layout.showPane("state");
            }}
          >
            {checkWords.openAt(here.position?.offset ?? 0)}
          </button>
        )}
        {counterexample && (
          <button
            type="button"
            className={here ? "action quiet wb-small" : lit}
            onClick={() => {
              foldSmallest(workbench, outcome, source());
              layout.showPane("state");
            }}
          >
            {checkWords.openSmallest(counterexample.records.length, counterexample.commands?.length ?? 0)}
          </button>
        )}
        {checked !== null && (
          <button type="button" className="action quiet wb-small" onClick={() => layout.openTool("compare")}>
            {checkWords.compare}
          </button>
        )}
        <CopyQuestionButton inChecks />
        {stale && <span className="wb-soft">{checkWords.changedSince}</span>}
      </p>
      <SmallestLogMessage outcome={outcome} />
      {outcome.folds && checked !== null && (
        <details onToggle={(event) => setFolds(event.currentTarget.open)}>
          <summary>{checkWords.folds}</summary>
          {folds && <LawFolds outcome={outcome} source={checked} />}
        </details>
      )}
      <SeedLine exercise={exercise.id} outcome={outcome} seed={seed} />
      {firstDivergence && (
        <details>
          <summary>{differenceWords.title}</summary>
          <ExpectedAgainstActual expected={firstDivergence.expected} actual={firstDivergence.actual} />
        </details>
      )}
    </div>
  );
}
