import { useEffect, useRef } from "react";
import { exploreWords } from "../../../../language/english/explore.ts";
import { toolWords } from "../../../../language/english/explore-tools.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import css from "./explore.css?inline";
import { type Tool, tools } from "./tools.tsx";

addStylesheet(css);

/** One tool with the way back to all of them, or all of them, each with a sentence and a picture. */
export function ExplorePanel() {
  const { exercise, layout } = useWorkbench();
  const chosen = useStore(layout.$tab, ({ tool }) => tool);
  const shown = tools.filter(({ isFor }) => isFor?.(exercise) ?? true);
  const tool = shown.find(({ name }) => name === chosen);
  // The button that was pressed is gone afterwards: focus goes to the way back, or to the tool that was open.
  const pressed = useRef<string | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    panel.current
      ?.querySelector<HTMLElement>(tool ? ".ex-back" : `[data-tool="${pressed.current}"]`)
      ?.focus();
    pressed.current = null;
  }, [tool]);
  const open = (next: Tool | null, from: Tool) => {
    pressed.current = from.name;
    layout.openTool(next?.name ?? null);
  };
  if (tool) {
    return (
      <div className="ex-tool" ref={panel}>
        <div className="wb-row">
          <button type="button" className="action quiet wb-small ex-back" onClick={() => open(null, tool)}>
            <span aria-hidden="true">←</span> {exploreWords.all}
          </button>
          <h2>{toolWords[tool.name].title}</h2>
        </div>
        <tool.Panel />
      </div>
    );
  }
  return (
    <div ref={panel}>
      <ul className="ex-tools" aria-label={exploreWords.list}>
        {shown.map((each) => (
          <li key={each.name}>
            <button type="button" data-tool={each.name} onClick={() => open(each, each)}>
              <svg viewBox="0 0 56 32" width="56" height="32" aria-hidden="true">
                <path className="ex-areas" d={each.areas} />
                <path className="ex-lines" d={each.lines} />
              </svg>
              <span>
                <b>{toolWords[each.name].title}</b> <span>{toolWords[each.name].about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
