import { useState } from "react";
import type { CheckOutcome } from "../../../../engine/protocol/answers.ts";
import { checkWords, differenceWords } from "../../../../language/english/checks.ts";
import type { FoldSession } from "../../session/session.ts";
import { AskButton } from "../ask/ask-button.tsx";
import { useBenchParts } from "../bench-parts.ts";
import { BusyLine } from "../busy-line.tsx";
import type { ExerciseMemory } from "../memory.ts";
import { onDemand } from "../on-demand.tsx";
import type { Exercise } from "../payload.ts";
import type { LawFoldsProps } from "../two-folds/law-folds.tsx";
import type { Checking } from "../use-check.ts";
import { Words } from "../words.tsx";
import { Difference } from "./difference.tsx";
import type { OtherWaysProps } from "./other-ways.tsx";
import { ParLine } from "./par-line.tsx";
import { PassedLine } from "./passed-line.tsx";
import { SeedLine } from "./seed-line.tsx";

const OtherWays = onDemand<OtherWaysProps>(checkWords.otherWays, () =>
  import("./other-ways.tsx").then((module) => module.OtherWays),
);

const LawFolds = onDemand<LawFoldsProps>(checkWords.folds, () =>
  import("../two-folds/law-folds.tsx").then((module) => module.LawFolds),
);

export interface ChecksPanelProps {
  exercise: Exercise;
  session: FoldSession | null;
  /** The learner's code as it is now. */
  source: string;
  checking: Checking | null;
  /** Whether the code has changed since it was checked. */
  stale: boolean;
  passed: ExerciseMemory["passed"];
  /** The fewest statements that passed. */
  best: ExerciseMemory["best"];
  openDivergence(index: number): void;
  openSmallest(outcome: CheckOutcome): void;
  /** Gives up a check that waits for a busy server. */
  abandon(): void;
}

/** The first failure in words, with the way to the step where it shows; below, every check by name. */
export function ChecksPanel(props: ChecksPanelProps) {
  const { exercise, session, source, checking, stale, passed, best, abandon, ...open } = props;
  const [ways, setWays] = useState(false);
  const failed = checking?.outcomes.find((outcome) => !outcome.passed);
  const end = checking?.end;
  return (
    <div className="wb-checks">
      {checking && !end && <BusyLine seconds={checking.waiting} cancel={abandon} />}
      {checking && !end && checking.waiting === 0 && <p className="wb-soft">{checkWords.checking}</p>}
      {end && !end.passed && !failed && (
        <p className="wb-verdict bad">
          <Words text={end.message} />
        </p>
      )}
      {failed && (
        <Failure
          exercise={exercise}
          outcome={failed}
          checked={checking?.source ?? null}
          seed={end?.seed ?? null}
          stale={stale}
          {...open}
        />
      )}
      {(end ? end.passed : !checking && passed) && (
        <PassedLine end={end ?? null} passed={passed} words={exercise.passed ?? ""} />
      )}
      {passed && (end ? end.passed : !checking) && <ParLine par={exercise.par} best={best} />}
      {passed && exercise.approaches > 0 && (
        <details onToggle={(event) => setWays(event.currentTarget.open)}>
          <summary>{checkWords.waysThatPass(exercise.approaches)}</summary>
          {ways && <OtherWays exercise={exercise.id} session={session} mine={source} />}
        </details>
      )}
      <ul className="wb-check-list" aria-label={checkWords.name}>
        {listed(exercise, checking).map(({ id, title, status }) => (
          <li key={id} className={status}>
            <span className="wb-check-sign" aria-hidden="true">
              {{ passed: "✓", failed: "✕", waiting: "·" }[status]}
            </span>
            {title}
            <span className="wb-check-word">{words(status, checking)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Status = "passed" | "failed" | "waiting";

function words(status: Status, checking: Checking | null): string {
  if (status !== "waiting") return checkWords[status];
  return checking?.end ? checkWords.notReached : "";
}

/** The exercise's checks in their order, then those of the house that had something to say. */
function listed(
  exercise: Exercise,
  checking: Checking | null,
): { id: string; title: string; status: Status }[] {
  const outcomes = new Map(checking?.outcomes.map((outcome) => [outcome.id, outcome]));
  const own = exercise.checks.map(({ id, title }) => {
    const outcome = outcomes.get(id);
    outcomes.delete(id);
    const status: Status = outcome ? (outcome.passed ? "passed" : "failed") : "waiting";
    return { id, title, status };
  });
  const house = [...outcomes.values()].map(({ id, title, passed }) => ({
    id,
    title,
    status: (passed ? "passed" : "failed") as Status,
  }));
  return [...own, ...house];
}

interface FailureProps
  extends Pick<ChecksPanelProps, "exercise" | "stale" | "openDivergence" | "openSmallest"> {
  outcome: CheckOutcome;
  /** What was checked; null where states were predicted. */
  checked: string | null;
  seed: number | null;
}

function Failure(props: FailureProps) {
  const { exercise, outcome, checked, seed, stale, openDivergence, openSmallest } = props;
  const { showTab } = useBenchParts();
  const [folds, setFolds] = useState(false);
  const { message, firstDivergence, counterexample } = outcome;
  const here = firstDivergence?.position?.topic === exercise.topic ? firstDivergence : null;
  return (
    <div className="wb-failure">
      <p className="wb-verdict bad">
        <Words text={message} />
      </p>
      <p className="wb-row">
        {here && (
          <button type="button" className="action quiet wb-small" onClick={() => openDivergence(here.index)}>
            {checkWords.openAt(here.position?.offset ?? 0)}
          </button>
        )}
        {counterexample && (
          <button type="button" className="action quiet wb-small" onClick={() => openSmallest(outcome)}>
            {checkWords.openSmallest(counterexample.records.length)}
          </button>
        )}
        {checked !== null && (
          <button type="button" className="action quiet wb-small" onClick={() => showTab("compare")}>
            {checkWords.compare}
          </button>
        )}
        <AskButton inChecks />
        {stale && <span className="wb-soft">{checkWords.changedSince}</span>}
      </p>
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
          <Difference expected={firstDivergence.expected} actual={firstDivergence.actual} />
        </details>
      )}
    </div>
  );
}
