import { type KeyboardEvent, useEffect, useState } from "react";
import type { FoldSession, Where } from "../session/session.ts";
import { ChecksPanel } from "./checks/checks-panel.tsx";
import { HelpPanel } from "./checks/help-panel.tsx";
import { ConsolePanel, printing } from "./console-panel.tsx";
import { LogPanel } from "./log/log-panel.tsx";
import type { ExerciseMemory } from "./memory.ts";
import type { ExercisePayload } from "./payload.ts";
import { Splitter } from "./splitter.tsx";
import type { Bench } from "./use-bench.ts";

interface BenchTabsProps {
  payload: ExercisePayload;
  session: FoldSession | null;
  where: Where;
  bench: Bench;
  memory: ExerciseMemory;
  change(part: Partial<ExerciseMemory>): void;
  /** Whether the tabs for later are shown too. */
  more: boolean;
  height: number;
  setHeight(height: number): void;
}

const titles = { task: "Task", checks: "Checks", help: "Hints", log: "Log", console: "Console" };
type Tab = keyof typeof titles;

/** What is not looked at in every step: the task, the checks, hints, a log of one's own, the console. */
export function BenchTabs({
  payload,
  session,
  where,
  bench,
  memory,
  change,
  more,
  height,
  setHeight,
}: BenchTabsProps) {
  const { exercise } = payload;
  const [tab, setTab] = useState<Tab>("task");
  const tabs: Tab[] = more
    ? ["task", "checks", "help", "log", "console"]
    : ["task", "checks", "help", "console"];
  const { checking, state } = bench;
  // Under way, not merely there: each check brings its answer to the front, the second one too.
  const isChecking = checking !== null && checking.end === null;
  useEffect(() => {
    if (isChecking) setTab("checks");
  }, [isChecking]);

  const id = (name: Tab) => `${exercise.id}-${name}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] as Tab;
    setTab(next);
    document.getElementById(`${id(next)}-tab`)?.focus();
  };
  const badge = (name: Tab) => {
    if (name === "console") return printing(state.tape.trace).length || null;
    if (name === "checks" && checking?.end) return checking.end.passed ? "✓" : "✕";
    return null;
  };

  return (
    <section className="wb-pane tabs" aria-label="Checks and more">
      <Splitter
        label="Height of the tabs"
        lies="horizontal"
        value={height}
        min={120}
        max={520}
        pace={24}
        fromPointer={(event, box) => box.bottom - event.clientY}
        change={setHeight}
      />
      <div className="wb-tablist" role="tablist" aria-label="Checks and more" onKeyDown={onKeyDown}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id(name)}-tab`}
            aria-selected={tab === name}
            aria-controls={tab === name ? `${id(name)}-panel` : undefined}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {titles[name]}
            {badge(name) !== null && <span className="wb-badge">{badge(name)}</span>}
          </button>
        ))}
      </div>
      <div
        className="wb-tabpanel"
        role="tabpanel"
        id={`${id(tab)}-panel`}
        aria-labelledby={`${id(tab)}-tab`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may have nothing to focus, and has to scroll by key
        tabIndex={0}
      >
        {tab === "task" && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own README when the site was built
          <div className="wb-task" dangerouslySetInnerHTML={{ __html: exercise.readmeHtml }} />
        )}
        {tab === "checks" && (
          <ChecksPanel
            exercise={exercise}
            session={session}
            source={bench.source}
            checking={checking}
            stale={checking !== null && checking.source !== null && checking.source !== bench.source}
            passed={memory.passed}
            best={memory.best}
            openDivergence={bench.openDivergence}
            openSmallest={bench.openSmallest}
            abandon={bench.abandonCheck}
          />
        )}
        {tab === "help" && <HelpPanel {...{ exercise, session, memory, change }} source={bench.source} />}
        {tab === "log" && (
          <LogPanel payload={payload} session={session} where={where} foldTopic={bench.foldTopic} />
        )}
        {tab === "console" && <ConsolePanel trace={state.tape.trace} cursor={state.cursor} go={bench.go} />}
      </div>
    </section>
  );
}
