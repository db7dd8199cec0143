import { useEffect, useRef } from "react";
import { codeWords } from "../../../../language/english/code.ts";
import { Splitter } from "../../ui/splitter.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import { CodePanel } from "./code-panel.tsx";

/** The learner's code, and the edge that its width is set with. */
export function CodePart() {
  const { preferences, lineCoverage, layout } = useWorkbench();
  const share = useStore(preferences.$value, ({ codeShare }) => codeShare);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!pane.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      lineCoverage.setVisible();
    });
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, [lineCoverage]);
  useEffect(() => {
    if (!layout.$isCodeWanted.get()) return;
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollIntoView({ block: "nearest" });
  }, [layout]);
  return (
    <>
      <section className="wb-pane code" aria-label={codeWords.name} ref={pane} tabIndex={-1}>
        <CodePanel />
      </section>
      <Splitter
        label={codeWords.width}
        lies="vertical"
        value={share}
        min={0.25}
        max={0.75}
        pace={0.03}
        fromPointer={(event, box) => (event.clientX - box.left) / box.width}
        change={(codeShare) => preferences.change({ codeShare })}
      />
    </>
  );
}
