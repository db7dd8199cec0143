import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

export interface TabTitle {
  name: string;
  title: ReactNode;
}

interface TabListProps {
  label: string;
  className: string;
  tabs: TabTitle[];
  /** The name of the selected one. */
  chosen: string | undefined;
  /** The ids of a tab and of its panel. */
  idOf(name: string): { tab: string; panel: string };
  choose(name: string): void;
}

/** Where a list is to be scrolled to so that one of its tabs is in sight, in pixels. */
function scrollTo({ scrollLeft, clientWidth, offsetLeft }: HTMLElement, tab: HTMLElement): number {
  const start = tab.offsetLeft - offsetLeft;
  const end = start + tab.offsetWidth;
  if (start < scrollLeft) return start;
  return end > scrollLeft + clientWidth ? end - clientWidth : scrollLeft;
}

/** A tab list with one tab stop: arrow keys move the focus and select the tab. */
export function TabList({ label, className, tabs, chosen, idOf, choose }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  // Where there is no room for all of them, the selected one is in sight, also when something else selected it.
  useEffect(() => {
    const tab =
      chosen === undefined ? null : list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current && tab) list.current.scrollLeft = scrollTo(list.current, tab);
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = tabs.findIndex(({ name }) => name === chosen);
    const next = (at + by + tabs.length) % tabs.length;
    choose(tabs[next]?.name ?? "");
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={className} role="tablist" aria-label={label} onKeyDown={onKeyDown} ref={list}>
      {tabs.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={idOf(name).tab}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? idOf(name).panel : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
