import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Json } from "../../../engine/fold/json.ts";
import { LogLane } from "../../../figures/lane/lane.tsx";
import type { FoldSession, Where } from "../session/session.ts";
import { BenchTabs } from "./bench-tabs.tsx";
import { BusyLine } from "./busy-line.tsx";
import { CodePanel } from "./code/code-panel.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { Notice } from "./notice.tsx";
import type { ExercisePayload, PanelName } from "./payload.ts";
import { Predict } from "./predict/predict.tsx";
import { usePredict } from "./predict/use-predict.ts";
import { Splitter } from "./splitter.tsx";
import { StatePanel } from "./state/state-panel.tsx";
import { stoppedAt } from "./state/trace.ts";
import { cardOfStep, lanesOf, stepOfCard } from "./tape/cards.ts";
import { beginnings, narration, placeOf } from "./tape/narration.ts";
import { RecordLine } from "./tape/record-line.tsx";
import { Transport } from "./tape/transport.tsx";
import { useBench } from "./use-bench.ts";
import { useForm } from "./use-form.ts";
import { useBenchMemory, useExerciseMemory } from "./use-memory.ts";
import { useSpoken } from "./use-spoken.ts";
import { WhereLine } from "./where-line.tsx";
import { Words } from "./words.tsx";

interface BenchProps {
  payload: ExercisePayload;
  session: FoldSession | null;
  where: Where;
  /** Counts up when the lesson's text asks for the code to be opened. */
  summoned: number;
}

export type Pane = "state" | "code" | "tabs";

/** One exercise: the tape above, code and state side by side, the transport, and the rest in tabs. */
export function Bench({ payload, session, where, summoned }: BenchProps) {
  const { exercise } = payload;
  const exerciseMemory = useExerciseMemory(exercise.id);
  const benchMemory = useBenchMemory();
  const { value: memory, change } = exerciseMemory;
  const { value: liking, change: changeLiking } = benchMemory;
  const form = useForm(exercise, memory);
  const bench = useBench(payload, { session, where }, exerciseMemory, benchMemory, form);
  const { state, cards, before, after, last, source, checking } = bench;
  const { tape, cursor } = state;
  const root = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [pane, setPane] = useState<Pane>("state");

  const isOpen = (panel: PanelName | "more") =>
    memory.passed !== null || exercise.panels.includes(panel as PanelName) || memory.opened.includes(panel);
  const open = (...panels: (PanelName | "more")[]) =>
    change({ opened: [...new Set([...memory.opened, ...panels])] });
  const showCode = isOpen("code");
  const more = isOpen("more");
  const openCode = () => {
    open("code", "checks");
    setPane("code");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on each summons, not on each render
  useEffect(() => {
    if (summoned > 0) openCode();
  }, [summoned]);

  // Notes are for the first look: they go when the learner turns to the code.
  const firstLook = tape.kind === "lesson" && memory.passed === null && !memory.opened.includes("code");
  const note = firstLook ? exercise.notes.findLast(({ after }) => after <= cursor) : undefined;

  const told = narration(tape, cursor, before, exercise.wording);
  const stopped = stoppedAt(tape.trace, cursor);
  const step = tape.trace.steps[cursor];
  const prediction = usePredict(payload, session, memory, change, bench.go);
  const predicted = prediction.predicted?.index === cursor ? prediction.predicted : null;
  const { spoken, say } = useSpoken({
    told: predicted ? `${predicted.outcome.message || "Predicted right."} ${told}` : told,
    cursor,
    playing: state.playing,
    refused: state.refused,
    checking,
    passed: exercise.passed,
    waiting: bench.waiting > 0,
    touched: bench.touched,
  });
  const currentCard = cardOfStep(cards, cursor);
  const place = placeOf(cards[currentCard]);
  const failure = state.refused ?? (tape.trace.end.verdict === "ok" ? null : tape.trace.end);
  const sourcePlace = failure?.at?.source;
  const check = () => {
    openCode();
    setPane("tabs");
    bench.check();
  };
  const run = () => {
    setPane("state");
    bench.run();
  };

  // At the first meeting Step stands right below the tape; later the transport is the lower edge of code and state.
  const simple = !showCode && !more;
  const transport = (
    <Transport
      cursor={cursor}
      last={last}
      total={cards.filter((card) => card.step !== null).length}
      place={place}
      playing={state.playing}
      speed={liking.speed}
      simple={simple}
      lit={!showCode && cursor < last}
      go={bench.go}
      play={bench.play}
      pause={bench.pause}
      setSpeed={(speed) => changeLiking({ speed })}
      jump={(offset) => {
        const step = cards.find((card) => card.offset === offset)?.step ?? null;
        if (step !== null) bench.go(step);
        return step !== null;
      }}
      keys={liking.keys}
    />
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      event.preventDefault();
      event.shiftKey ? check() : run();
    }
    const inTapeOrTransport =
      event.target instanceof Element && event.target.closest(".lane, .wb-transport") !== null;
    if (event.key === "?" && liking.keys && inTapeOrTransport) {
      root.current?.querySelector<HTMLElement>("[data-keys-help]")?.click();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts with Ctrl act wherever focus stands in the workbench
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
      <div className="wb-head">
        <WhereLine where={where} exercise={exercise} retry={() => session?.retry()} />
        <KeysHelp on={liking.keys} setOn={(keys) => changeLiking({ keys })} />
      </div>
      {tape.kind !== "lesson" && (
        <p className="wb-other-log">
          <span>{tape.title}</span>
          <button type="button" className="action quiet wb-small" onClick={bench.back}>
            Back to the exercise’s log
          </button>
        </p>
      )}
      <LogLane
        label={tape.kind === "lesson" ? `Records of ${exercise.topic}` : tape.title}
        lanes={lanesOf(cards)}
        cards={cards}
        current={currentCard}
        beginning={beginnings[exercise.entry.kind]}
        onPick={(index) => bench.go(stepOfCard(cards, index, currentCard))}
        onPoint={setPointed}
      />
      {lanesOf(cards).length > 1 && exercise.scope === "all" && (
        <p className="wb-label">
          Several partitions, by timestamp. This order is ours: Kafka keeps one within each partition.
        </p>
      )}
      <RecordLine card={cards[pointed ?? currentCard] ?? null} />
      {simple && transport}
      {note && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own exercise.yaml when the site was built
        <div className="wb-note" dangerouslySetInnerHTML={{ __html: note.html }} />
      )}
      <BusyLine seconds={bench.waiting} cancel={bench.abandonRun} />
      {bench.waiting === 0 && <Notice end={state.refused} retry={run} />}
      {showCode && (
        <fieldset className="wb-panes" aria-label="Show">
          {(["state", "code", "tabs"] as const).map((name) => (
            <button key={name} type="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
              {{ state: "State", code: "Code", tabs: "Checks" }[name]}
            </button>
          ))}
        </fieldset>
      )}
      <div className="wb-main">
        {showCode && (
          <section className="wb-pane code" aria-label="Code">
            <CodePanel
              exercise={exercise}
              source={source}
              form={form}
              used={bench.used}
              arrange={bench.arrange}
              say={say}
              memory={memory}
              mode={liking.editor}
              setMode={(editor) => changeLiking({ editor })}
              eager={bench.touched}
              stale={bench.stale}
              running={state.running !== null}
              checking={checking !== null && checking.end === null}
              problem={failure && sourcePlace ? { message: failure.message, source: sourcePlace } : null}
              edit={bench.edit}
              change={change}
              run={run}
              check={check}
            />
          </section>
        )}
        {showCode && (
          <Splitter
            label="Width of the code"
            lies="vertical"
            value={liking.codeShare}
            min={0.25}
            max={0.75}
            pace={0.03}
            fromPointer={(event, box) => (event.clientX - box.left) / box.width}
            change={(codeShare) => changeLiking({ codeShare })}
          />
        )}
        <section className="wb-pane state" aria-label="State">
          <p className={`wb-narration${stopped ? " stopped" : ""}`}>
            <Words text={told} />
          </p>
          <StatePanel
            view={exercise.view}
            isCall={exercise.entry.kind === "call"}
            before={before}
            after={after}
            patch={stopped ? [] : (step?.patch ?? [])}
            result={step?.result}
            upcasted={exercise.entry.kind === "upcaster" ? (step?.event as Json | undefined) : undefined}
            showTree={isOpen("tree") || more}
            isStart={cursor < 0 || stopped}
          />
          {tape.kind === "lesson" && (
            <Predict
              exercise={exercise}
              asked={exercise.predict.find(({ index }) => index === cursor + 1) ?? null}
              place={placeOf(cards.find((card) => card.step === cursor + 1))}
              predicted={predicted}
              {...{ memory, prediction }}
            />
          )}
          {!more && (
            <p className="wb-row wb-onward">
              {!showCode && (
                <button
                  type="button"
                  className={`action wb-small${cursor >= last ? "" : " quiet"}`}
                  onClick={openCode}
                >
                  Open the code
                </button>
              )}
              <button
                type="button"
                className="wb-link"
                onClick={() => open("more", "tree", "code", "checks")}
              >
                More
              </button>
            </p>
          )}
        </section>
      </div>
      {!simple && transport}
      {showCode && (
        <BenchTabs
          payload={payload}
          session={session}
          where={where}
          bench={bench}
          memory={memory}
          change={change}
          more={more}
          height={liking.tabsHeight}
          setHeight={(tabsHeight) => changeLiking({ tabsHeight })}
        />
      )}
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </div>
  );
}
