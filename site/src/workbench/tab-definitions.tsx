import { computed, type ReadableAtom } from "nanostores";
import type { ComponentType } from "react";
import { badgeWords } from "../../../language/english/checks.ts";
import { exploreWords } from "../../../language/english/explore.ts";
import { longLogWords } from "../../../language/english/long-log.ts";
import { tabWords } from "../../../language/english/workbench.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import { onDemand } from "../ui/on-demand.tsx";
import { printedSteps } from "./printed-steps.ts";
import type { TabName } from "./stores/layout.ts";
import { hasTask, Task } from "./task.tsx";
import type { WorkbenchModel } from "./workbench-model.ts";

/** A short text beside a tab's name, and whether it is good or bad news. */
export interface Badge {
  text: string;
  kind?: "good" | "bad";
}

export interface Tab {
  name: TabName;
  title: string;
  /** Where it has something to show; everywhere when absent. */
  where?(exercise: Exercise): boolean;
  Panel: ComponentType;
  badge?(workbench: WorkbenchModel): ReadableAtom<Badge | null>;
}

const ChecksPanel = onDemand<object>(tabWords.checks, () =>
  import("./checks/checks-panel.tsx").then((module) => module.ChecksPanel),
);
const LogPanel = onDemand<object>(tabWords.log, () =>
  import("./log/log-panel.tsx").then((module) => module.LogPanel),
);
const LongerLogForm = onDemand<object>(longLogWords.title, () =>
  import("./long/longer-log-form.tsx").then((module) => module.LongerLogForm),
);
const ExplorePanel = onDemand<object>(exploreWords.title, () =>
  import("./explore/explore-panel.tsx").then((module) => module.ExplorePanel),
);

export const tabs: Tab[] = [
  { name: "task", title: tabWords.task, where: hasTask, Panel: Task },
  { name: "checks", title: tabWords.checks, where: hasTask, Panel: ChecksPanel, badge: verdictBadge },
  { name: "log", title: tabWords.log, Panel: LogTab },
  { name: "explore", title: exploreWords.title, Panel: ExplorePanel, badge: printedBadge },
];

function LogTab() {
  return (
    <>
      <LogPanel />
      <LongerLogForm />
    </>
  );
}

/**
 * The verdict of the last check; before the first one, whether the exercise was passed on an earlier visit. None for the
 * starter after a reset: it is not what has passed.
 */
function verdictBadge({ exercise, checks, code, memory }: WorkbenchModel) {
  return computed(
    [checks.$checking, memory.$value, code.$source],
    (checking, { passed }, source): Badge | null => {
      if (checking && !checking.end) return null;
      if (checking?.end?.passed ?? passed !== null) {
        const isStarter = exercise.form !== "predict" && source === exercise.starter;
        return isStarter ? null : { text: badgeWords.passed, kind: "good" };
      }
      return checking && { text: badgeWords.failed, kind: "bad" };
    },
  );
}

function printedBadge({ tape }: WorkbenchModel) {
  return computed(tape.$trace, (trace): Badge | null => {
    const { length } = printedSteps(trace);
    return length > 0 ? { text: exploreWords.printed(length) } : null;
  });
}
