import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { benchWords } from "../../../language/english/workbench.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { SessionStore } from "../session/session-store.ts";
import { isTextInput } from "../ui/is-text-input.ts";
import { useStore } from "../ui/use-store.ts";
import { CodePart } from "./code/code-part.tsx";
import { Notices } from "./run-notices.tsx";
import { SceneStrip } from "./scenes/scene-strip.tsx";
import { NarrationAndState } from "./state/narration-and-state.tsx";
import type { Pane } from "./stores/layout.ts";
import { AuthorNote } from "./tape/author-note.tsx";
import { TapePart } from "./tape/tape-part.tsx";
import { WorkbenchTransport } from "./tape/workbench-transport.tsx";
import { TaskColumn } from "./task.tsx";
import { useWorkbench, WorkbenchProvider } from "./workbench-context.ts";
import { WorkbenchHead } from "./workbench-head.tsx";
import { createWorkbenchModel, type Surroundings, type WorkbenchModel } from "./workbench-model.ts";
import { WorkbenchTabs } from "./workbench-tabs.tsx";

interface BenchProps extends Surroundings {
  payload: ExercisePayload;
  session: SessionStore;
  /** The page's workbenches by name: this one is taken from there, or created and put there. */
  models?: Map<string, WorkbenchModel>;
  name?: string;
  /** Counts up when the lesson's text asks for the code to be opened. */
  summoned: number;
  /** Whether its task is opened then, too: it is not in the text beside it. */
  taskWanted?: boolean;
  /** Whether the learner has asked, on another exercise, to follow the text here. */
  follows?: boolean;
}

const panes: Record<Pane, string> = {
  state: benchWords.state,
  code: benchWords.code,
  tabs: benchWords.checks,
};

/**
 * One exercise: the tape above, code and state side by side, the rest in tabs, and the transport at the lower edge. Tape
 * and transport stay in sight while the rest scrolls; in a low or narrow window the tape scrolls too.
 */
export function WorkbenchPanels({
  payload,
  session,
  models,
  name = payload.exercise.id,
  summoned,
  taskWanted,
  follows,
  ...surroundings
}: BenchProps) {
  const [workbench] = useState(
    () => models?.get(name) ?? createWorkbenchModel(payload, session, surroundings),
  );
  models?.set(name, workbench);
  useEffect(() => workbench.start(), [workbench]);
  useEffect(() => {
    if (!follows) return;
    workbench.scenes?.follow();
    // The button that was pressed is gone with its exercise.
    document.querySelector<HTMLElement>(".wb-follow")?.focus();
  }, [follows, workbench]);
  useEffect(() => {
    if (summoned === 0) return;
    workbench.layout.openCode();
    if (taskWanted) workbench.layout.fold(false);
  }, [summoned, taskWanted, workbench]);
  return (
    <WorkbenchProvider value={workbench}>
      <Parts />
      <SceneStrip />
    </WorkbenchProvider>
  );
}

function Parts() {
  const { layout, preferences, run, check } = useWorkbench();
  const root = useRef<HTMLDivElement>(null);
  const pane = useStore(layout.$pane);
  const hasCode = useStore(layout.$hasCode);
  const hasMore = useStore(layout.$hasMore);
  const codeShare = useStore(preferences.$value, (value) => value.codeShare);
  const tabsHeight = useStore(preferences.$value, (value) => value.tabsHeight);
  // At first Step is right below the tape; later the transport is the lower edge of the workbench.
  const simple = !hasCode && !hasMore;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      event.preventDefault();
      event.shiftKey ? check() : run();
    }
    const { keys } = preferences.$value.get();
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || isTextInput(event.target)) return;
    const inTapeOrTransport =
      event.target instanceof Element && event.target.closest(".lane, .wb-transport") !== null;
    const wanted = { "?": "[data-keys-help]", b: "[data-breakpoint]" }[event.key];
    const part = wanted && inTapeOrTransport && root.current?.querySelector<HTMLElement>(wanted);
    if (!part) return;
    event.preventDefault();
    part instanceof HTMLButtonElement ? part.click() : part.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts with Ctrl act wherever focus stands in the workbench
    <div
      className={`wb-bench${hasCode ? " with-code" : ""}`}
      data-pane={pane}
      ref={root}
      onKeyDown={onKeyDown}
      style={{ ["--code-share" as string]: codeShare, ["--tabs-height" as string]: `${tabsHeight}px` }}
    >
      <TaskColumn />
      <div className="wb-body">
        <WorkbenchHead />
        <TapePart />
        {simple && <WorkbenchTransport simple />}
        <AuthorNote />
        <Notices />
        {hasCode && (
          <fieldset className="wb-panes" aria-label={benchWords.show}>
            {(Object.keys(panes) as Pane[]).map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={pane === name}
                onClick={() => layout.showPane(name)}
              >
                {panes[name]}
              </button>
            ))}
          </fieldset>
        )}
        <div className="wb-below-tape">
          <div className="wb-main">
            {hasCode && <CodePart />}
            <NarrationAndState />
          </div>
          {hasCode && <WorkbenchTabs />}
        </div>
      </div>
      {!simple && <WorkbenchTransport simple={false} />}
      <Spoken />
    </div>
  );
}

function Spoken() {
  const { liveRegion } = useWorkbench();
  return (
    <p className="sr-only" role="status">
      {useStore(liveRegion.$spoken)}
    </p>
  );
}
