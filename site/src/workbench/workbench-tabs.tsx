import type { ReadableAtom } from "nanostores";
import { useEffect, useRef, useState } from "react";
import { tabWords } from "../../../language/english/workbench.ts";
import { Splitter } from "../ui/splitter.tsx";
import { TabList } from "../ui/tabs.tsx";
import { useStore } from "../ui/use-store.ts";
import { printedSteps } from "./printed-steps.ts";
import { isLater, type TabName } from "./stores/layout.ts";
import { type Badge, type Tab, tabs } from "./tab-definitions.tsx";
import { useWorkbench } from "./workbench-context.ts";

/** What is not looked at in every step: the task, the checks, a log of one's own, and the tools under Explore. */
export function WorkbenchTabs() {
  const { exercise, layout, preferences, tape } = useWorkbench();
  const height = useStore(preferences.$value, ({ tabsHeight }) => tabsHeight);
  const hasMore = useStore(layout.$hasMore);
  const chosen = useStore(layout.$tab);
  const isFolded = useStore(layout.$isFolded);
  const wasShown = useStore(layout.$wasPanelShown);
  const hasPrinted = useStore(tape.$trace, (trace) => printedSteps(trace).length > 0);
  // What the code printed is found from the first time on.
  const isOpen = (name: TabName) => hasMore || !isLater(name) || (name === "explore" && hasPrinted);
  const shown = tabs.filter(({ name, where }) => isOpen(name) && (where?.(exercise) ?? true));
  const tab = shown.find(({ name }) => name === chosen.name) ?? (shown[0] as Tab);
  const idOf = (name: string) => ({
    tab: `${exercise.id}-${name}-tab`,
    panel: `${exercise.id}-${name}-panel`,
  });
  const section = useRef<HTMLElement>(null);
  // In a low window the panel opens below the edge. Not for the panel that a page opens with.
  const shownBefore = useRef(chosen);
  useEffect(() => {
    if (shownBefore.current !== chosen) {
      section.current?.scrollIntoView({ block: "nearest" });
      section.current?.querySelector('[role="tabpanel"]')?.scrollTo(0, 0);
    }
    shownBefore.current = chosen;
  }, [chosen]);
  return (
    <section className={`wb-pane tabs${isFolded ? " folded" : ""}`} aria-label={tabWords.name} ref={section}>
      {!isFolded && (
        <Splitter
          label={tabWords.height}
          lies="horizontal"
          value={height}
          min={120}
          max={520}
          pace={24}
          fromPointer={(event, box) => box.bottom - event.clientY}
          change={(tabsHeight) => preferences.change({ tabsHeight })}
        />
      )}
      <div className="wb-tabbar">
        <TabList
          label={tabWords.name}
          className="wb-tablist"
          tabs={shown.map((each) => ({ name: each.name, title: <Title tab={each} /> }))}
          chosen={tab.name}
          idOf={idOf}
          choose={(name) => layout.showTab(name as TabName)}
        />
        <button
          type="button"
          className="wb-key wb-fold"
          aria-expanded={!isFolded}
          aria-label={isFolded ? tabWords.open : tabWords.fold}
          title={isFolded ? tabWords.open : tabWords.fold}
          onClick={() => layout.fold(!isFolded)}
        />
      </div>
      <div
        className="wb-tabpanel"
        role="tabpanel"
        id={idOf(tab.name).panel}
        aria-labelledby={idOf(tab.name).tab}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may have nothing to focus, and has to scroll by key
        tabIndex={0}
      >
        {wasShown && <tab.Panel />}
      </div>
    </section>
  );
}

function Title({ tab: { title, badge } }: { tab: Tab }) {
  const workbench = useWorkbench();
  const [$badge] = useState(() => badge?.(workbench));
  return (
    <>
      {title}
      {$badge && <BadgeText $badge={$badge} />}
    </>
  );
}

function BadgeText({ $badge }: { $badge: ReadableAtom<Badge | null> }) {
  const badge = useStore($badge);
  if (!badge) return null;
  return (
    <>
      {" "}
      <span className={`wb-badge ${badge.kind ?? ""}`}>{badge.text}</span>
    </>
  );
}
