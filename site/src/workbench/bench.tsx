import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { predictWords } from "../../../language/english/predict.ts";
import { benchWords } from "../../../language/english/workbench.ts";
import type { FoldSession, Where } from "../session/session.ts";
import { BenchHead } from "./bench-head.tsx";
import { type BenchParts, BenchPartsProvider, type ChosenTab, type Pane } from "./bench-parts.ts";
import { BenchTabs, isLater } from "./bench-tabs.tsx";
import { BusyLine } from "./busy-line.tsx";
import { CodePart } from "./code/code-part.tsx";
import { Notice } from "./notice.tsx";
import type { ExercisePayload, PanelName } from "./payload.ts";
import { usePredict } from "./predict/use-predict.ts";
import { StatePart } from "./state/state-part.tsx";
import { takesText } from "./takes-text.ts";
import { cardOfStep } from "./tape/cards.ts";
import { longNarration, narration } from "./tape/narration.ts";
import { TapePart } from "./tape/tape-part.tsx";
import { TransportPart } from "./tape/transport-part.tsx";
import { useBench } from "./use-bench.ts";
import { useForm } from "./use-form.ts";
import { useBenchMemory, useExerciseMemory } from "./use-memory.ts";
import { useSpoken } from "./use-spoken.ts";

interface BenchProps {
  payload: ExercisePayload;
  session: FoldSession | null;
  where: Where;
  /** Counts up when the lesson's text asks for the code to be opened. */
  summoned: number;
}

const panes: Record<Pane, string> = {
  state: benchWords.state,
  code: benchWords.code,
  tabs: benchWords.checks,
};

/** One exercise: the tape above, code and state side by side, the transport, and the rest in tabs. */
export function Bench({ payload, session, where, summoned }: BenchProps) {
  const { exercise } = payload;
  const exerciseMemory = useExerciseMemory(exercise.id);
  const benchMemory = useBenchMemory();
  const { value: memory, change } = exerciseMemory;
  const { value: liking, change: changeLiking } = benchMemory;
  const form = useForm(exercise, memory);
  const bench = useBench(payload, { session, where }, exerciseMemory, benchMemory, form);
  const { state, cards, before, checking } = bench;
  const { tape, cursor } = state;
  const root = useRef<HTMLDivElement>(null);
  const [pane, showPane] = useState<Pane>("state");
  const [tab, setTab] = useState<ChosenTab>({ name: "task" });

  const isOpen = (panel: PanelName | "more") =>
    memory.passed !== null || exercise.panels.includes(panel) || memory.opened.includes(panel);
  const open = (...panels: (PanelName | "more")[]) =>
    change({ opened: [...new Set([...memory.opened, ...panels])] });
  const showCode = isOpen("code");
  const openCode = () => {
    open("code", "checks");
    showPane("code");
  };
  const showTab = (name: string, about?: string) => {
    if (isLater(name)) open("code", "more");
    setTab({ name, ...(about !== undefined && { about }) });
    showPane("tabs");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on each summons, not on each render
  useEffect(() => {
    if (summoned > 0) openCode();
  }, [summoned]);

  const told = longNarration(tape, bench.long) ?? narration(tape, cursor, before, exercise.wording);
  const prediction = usePredict(payload, session, memory, change, bench.go);
  const predicted = prediction.predicted?.index === cursor ? prediction.predicted : null;
  const { spoken, say } = useSpoken({
    told: predicted ? `${predicted.outcome.message || predictWords.right} ${told}` : told,
    cursor,
    playing: state.playing,
    refused: state.refused,
    checking,
    passed: exercise.passed,
    waiting: bench.waiting > 0,
    touched: bench.touched,
  });

  const parts: BenchParts = {
    ...{ payload, exercise, session, where, bench, memory, change, liking, changeLiking, form, prediction },
    ...{ told, isOpen, open, openCode, showPane, tab, showTab, say },
    currentCard: bench.long ? bench.long.at : cardOfStep(cards, cursor),
    run() {
      showPane("state");
      bench.run();
    },
    check() {
      if (exercise.checks.length === 0) return;
      openCode();
      showPane("tabs");
      bench.check();
    },
  };

  // Notes are for the first look: they go when the learner turns to the code.
  const firstLook = tape.kind === "lesson" && memory.passed === null && !memory.opened.includes("code");
  const note = firstLook ? exercise.notes.findLast(({ after }) => after <= cursor) : undefined;
  // At the first meeting Step stands right below the tape; later the transport is the lower edge of code and state.
  const simple = !showCode && !isOpen("more");

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      event.preventDefault();
      event.shiftKey ? parts.check() : parts.run();
    }
    if (!liking.keys || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    const inTapeOrTransport =
      event.target instanceof Element && event.target.closest(".lane, .wb-transport") !== null;
    const wanted = { "?": "[data-keys-help]", b: "[data-breakpoint]" }[event.key];
    const part = wanted && inTapeOrTransport && root.current?.querySelector<HTMLElement>(wanted);
    if (!part) return;
    event.preventDefault();
    part instanceof HTMLButtonElement ? part.click() : part.focus();
  };

  return (
    <BenchPartsProvider value={parts}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts with Ctrl act wherever focus stands in the workbench */}
      <div
        className={`wb-bench${showCode ? " with-code" : ""}`}
        data-pane={pane}
        ref={root}
        onKeyDown={onKeyDown}
        style={{
          ["--code-share" as string]: liking.codeShare,
          ["--tabs-height" as string]: `${liking.tabsHeight}px`,
        }}
      >
        <BenchHead />
        <TapePart />
        {simple && <TransportPart simple />}
        {note && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own exercise.yaml when the site was built
          <div className="wb-note" dangerouslySetInnerHTML={{ __html: note.html }} />
        )}
        <BusyLine seconds={bench.waiting} cancel={bench.abandonRun} />
        {bench.waiting === 0 && <Notice end={state.refused} retry={parts.run} />}
        {showCode && (
          <fieldset className="wb-panes" aria-label={benchWords.show}>
            {(Object.keys(panes) as Pane[]).map((name) => (
              <button key={name} type="button" aria-pressed={pane === name} onClick={() => showPane(name)}>
                {panes[name]}
              </button>
            ))}
          </fieldset>
        )}
        <div className="wb-main">
          {showCode && (
            <CodePart failure={state.refused ?? (tape.trace.end.verdict === "ok" ? null : tape.trace.end)} />
          )}
          <StatePart />
        </div>
        {!simple && <TransportPart simple={false} />}
        {showCode && <BenchTabs />}
        <p className="sr-only" role="status">
          {spoken}
        </p>
      </div>
    </BenchPartsProvider>
  );
}
