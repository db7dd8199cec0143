import { type ComponentType, type KeyboardEvent, useEffect } from "react";
import { longLogWords } from "../../../language/english/long-log.ts";
import { watching } from "../../../language/english/watching.ts";
import { tabWords } from "../../../language/english/workbench.ts";
import { type BenchParts, useBenchParts } from "./bench-parts.ts";
import type { ChecksPanelProps } from "./checks/checks-panel.tsx";
import type { SolutionProps } from "./checks/solution.tsx";
import { ConsolePanel, printing } from "./console-panel.tsx";
import { onDemand } from "./on-demand.tsx";
import type { Exercise } from "./payload.ts";
import { Splitter } from "./splitter.tsx";

const ChecksPanel = onDemand<ChecksPanelProps>(tabWords.checks, () =>
  import("./checks/checks-panel.tsx").then((module) => module.ChecksPanel),
);
const HelpPanel = onDemand<SolutionProps>(tabWords.hints, () =>
  import("./checks/help-panel.tsx").then((module) => module.HelpPanel),
);
const WatchTab = onDemand(watching.panel, () =>
  import("./watching/watch-panel.tsx").then((module) => module.WatchPanel),
);

interface Tab {
  name: string;
  title: string;
  /** Whether it is there from the first look at the code on, or only once the learner asked for more. */
  from: "code" | "more";
  /** Where it has something to show; everywhere when absent. */
  where?(exercise: Exercise): boolean;
  Panel: ComponentType;
  /** A short sign beside the title. */
  badge?(parts: BenchParts): string | number | null;
}

const LongerLog = onDemand(longLogWords.title, () =>
  import("./long/longer-log.tsx").then((module) => module.LongerLog),
);

const TerminalTab = onDemand(tabWords.terminal, () =>
  import("./terminal-tab.tsx").then(({ TerminalTab }) => TerminalTab),
);

const ReadModelTab = onDemand(tabWords.readModel, () =>
  import("./read-model/read-model-panel.tsx").then(({ ReadModelPanel }) => ReadModelPanel),
);

/** A consumer can keep what a fold makes up to date; what is called once, or given commands, is none. */
const isFolded = ({ entry }: Exercise) => entry.kind === "reducer" || entry.kind === "projector";

/** What the page has put together is no exercise: nobody has set a task or written checks. */
const isSet = (exercise: Exercise) => exercise.checks.length > 0;

const CompareTab = onDemand<object>(tabWords.compare, () =>
  import("./compare/compare-panel.tsx").then((module) => module.ComparePanel),
);
const WhatIfTab = onDemand<object>(tabWords.whatIf, () =>
  import("./what-if/what-if-panel.tsx").then((module) => module.WhatIfPanel),
);

const tabs: Tab[] = [
  { name: "task", title: tabWords.task, from: "code", where: isSet, Panel: TaskPanel },
  {
    name: "checks",
    title: tabWords.checks,
    from: "code",
    where: isSet,
    Panel: ChecksTab,
    badge: verdictBadge,
  },
  { name: "help", title: tabWords.hints, from: "code", where: isSet, Panel: HintsTab },
  { name: "log", title: tabWords.log, from: "more", Panel: LogTab },
  { name: "watch", title: watching.tab, from: "more", Panel: WatchTab },
  { name: "compare", title: tabWords.compare, from: "more", Panel: CompareTab },
  { name: "what-if", title: tabWords.whatIf, from: "more", Panel: WhatIfTab },
  { name: "read-model", title: tabWords.readModel, from: "more", where: isFolded, Panel: ReadModelTab },
  { name: "terminal", title: tabWords.terminal, from: "more", Panel: TerminalTab },
  { name: "console", title: tabWords.console, from: "code", Panel: ConsoleTab, badge: linesBadge },
];

/** Whether a tab is there only once the learner asked for more. */
export const isLater = (tab: string) => tabs.find(({ name }) => name === tab)?.from === "more";

/** What is not looked at in every step: the task, the checks, hints, a log of one's own, the console. */
export function BenchTabs() {
  const parts = useBenchParts();
  const { exercise, bench, liking, changeLiking, showTab } = parts;
  const more = parts.isOpen("more");
  const shown = tabs.filter(({ from, where }) => (from === "code" || more) && (where?.(exercise) ?? true));
  // Under way, not merely there: each check brings its answer to the front, the second one too.
  const isChecking = bench.checking !== null && bench.checking.end === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on each check, not on each render
  useEffect(() => {
    if (isChecking) showTab("checks");
  }, [isChecking]);

  const tab = shown.find(({ name }) => name === parts.tab.name) ?? (shown[0] as Tab);
  const id = (name: string) => `${exercise.id}-${name}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = shown[(shown.indexOf(tab) + by + shown.length) % shown.length] as Tab;
    showTab(next.name);
    document.getElementById(`${id(next.name)}-tab`)?.focus();
  };

  return (
    <section className="wb-pane tabs" aria-label={tabWords.name}>
      <Splitter
        label={tabWords.height}
        lies="horizontal"
        value={liking.tabsHeight}
        min={120}
        max={520}
        pace={24}
        fromPointer={(event, box) => box.bottom - event.clientY}
        change={(tabsHeight) => changeLiking({ tabsHeight })}
      />
      <div className="wb-tablist" role="tablist" aria-label={tabWords.name} onKeyDown={onKeyDown}>
        {shown.map(({ name, title, badge }) => {
          const sign = badge?.(parts) ?? null;
          return (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id(name)}-tab`}
              aria-selected={tab.name === name}
              aria-controls={tab.name === name ? `${id(name)}-panel` : undefined}
              tabIndex={tab.name === name ? 0 : -1}
              onClick={() => showTab(name)}
            >
              {title}
              {sign !== null && <span className="wb-badge">{sign}</span>}
            </button>
          );
        })}
      </div>
      <div
        className="wb-tabpanel"
        role="tabpanel"
        id={`${id(tab.name)}-panel`}
        aria-labelledby={`${id(tab.name)}-tab`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may have nothing to focus, and has to scroll by key
        tabIndex={0}
      >
        <tab.Panel />
      </div>
    </section>
  );
}

function TaskPanel() {
  const { exercise } = useBenchParts();
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own README when the site was built
    <div className="wb-task" dangerouslySetInnerHTML={{ __html: exercise.readmeHtml }} />
  );
}

function ChecksTab() {
  const { exercise, session, bench, memory } = useBenchParts();
  const { checking, source } = bench;
  return (
    <ChecksPanel
      exercise={exercise}
      session={session}
      source={source}
      checking={checking}
      stale={checking !== null && checking.source !== null && checking.source !== source}
      passed={memory.passed}
      best={memory.best}
      openDivergence={bench.openDivergence}
      openSmallest={bench.openSmallest}
      abandon={bench.abandonCheck}
    />
  );
}

function verdictBadge({ bench }: BenchParts) {
  if (!bench.checking?.end) return null;
  return bench.checking.end.passed ? "✓" : "✕";
}

function HintsTab() {
  const { exercise, session, memory, change, bench } = useBenchParts();
  return <HelpPanel {...{ exercise, session, memory, change }} source={bench.source} />;
}

const LogPanel = onDemand(tabWords.log, () =>
  import("./log/log-panel.tsx").then((module) => module.LogPanel),
);

function LogTab() {
  const { payload, session, where, bench } = useBenchParts();
  return (
    <>
      <LogPanel payload={payload} session={session} where={where} foldTopic={bench.foldTopic} />
      <LongerLog />
    </>
  );
}

function ConsoleTab() {
  const { bench } = useBenchParts();
  return <ConsolePanel trace={bench.state.tape.trace} cursor={bench.state.cursor} go={bench.go} />;
}

function linesBadge({ bench }: BenchParts) {
  return printing(bench.state.tape.trace).length || null;
}
