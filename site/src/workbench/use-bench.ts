import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Position, RawRecord } from "../../../engine/fold/event.ts";
import { applyPatch } from "../../../engine/fold/patch.ts";
import { stateAt } from "../../../engine/fold/steps.ts";
import type { TraceEnd } from "../../../engine/fold/trace.ts";
import { countFailure } from "../../../engine/grading/attempts.ts";
import { placeCase } from "../../../engine/grading/cases.ts";
import { sourceOf } from "../../../engine/grading/order.ts";
import type { CheckEnd, CheckOutcome } from "../../../engine/protocol/answers.ts";
import { benchWords } from "../../../language/english/workbench.ts";
import type { LongLogData } from "../long-log/long-log-data.ts";
import type { FoldedLog, FoldSession, Where } from "../session/session.ts";
import { kept } from "./order/arrangement.ts";
import type { ExercisePayload } from "./payload.ts";
import { bench, type Landing, openBench } from "./state/bench.ts";
import { lastIndex, stepAt } from "./state/trace.ts";
import { usePlay } from "./state/use-play.ts";
import { cardsOf, withBreaks } from "./tape/cards.ts";
import { useCheck } from "./use-check.ts";
import { useFold } from "./use-fold.ts";
import { useFollow } from "./use-follow.ts";
import { useLong } from "./use-long.ts";
import type { useBenchMemory, useExerciseMemory } from "./use-memory.ts";
import { useAsked } from "./watching/use-asked.ts";

const ownLog: FoldedLog = { kind: "lesson" };

/** Everything the panels of one exercise show and do. */
export function useBench(
  payload: ExercisePayload,
  { session, where }: { session: FoldSession | null; where: Where },
  exerciseMemory: ReturnType<typeof useExerciseMemory>,
  benchMemory: ReturnType<typeof useBenchMemory>,
  form: "code" | "order",
) {
  const { exercise, records, trace, made, whole } = payload;
  const { value: memory, known, change } = exerciseMemory;
  const [state, dispatch] = useReducer(bench, payload, (p) =>
    openBench(p.records, p.trace, p.exercise.starter),
  );
  const [touched, setTouched] = useState(false);
  const { order, starter } = exercise;
  const used = useMemo(
    () => kept(memory.arrangement, order?.pieces.length ?? 0),
    [memory.arrangement, order],
  );
  /** No line put in order is nothing done yet: that folds as the starter does. */
  const inOrder = (lines: number[]) => (order && lines.length > 0 ? sourceOf(order, lines) : starter);
  const source = form === "order" ? inOrder(used) : (memory.code ?? starter);
  // A shortcut may follow the last key sooner than React draws: runs and checks take the text as it was typed.
  const latestSource = useRef(source);
  latestSource.current = source;
  /** Every different code that was run or checked is a version; the starter is none. */
  const keep = (code: string, end: TraceEnd | CheckEnd) => {
    if (code !== starter) void keepVersion(exercise.id, code, end);
  };
  const { fold, waiting, abandon: abandonRun } = useFold(payload, session, dispatch);
  const asked = useAsked(payload, session, state, memory);
  const long = useLong(state, session, dispatch);
  usePlay(state.playing, benchMemory.value.speed, () => {
    if (!long) dispatch({ type: "tick", breaks: asked.breaks });
    else if (!long.loading) long.seek(long.at + 1, true);
  });

  const foldLesson = useCallback(
    (code: string, landing: "keep" | "end" | number, divergence: number | null = null) =>
      fold({
        source: code,
        log: whole ?? ownLog,
        tape: { kind: "lesson", title: "", log: whole ?? ownLog, records: whole ? [] : records, divergence },
        landing,
      }),
    [fold, records, whole],
  );

  const { checking, check, abandon } = useCheck(payload, session, ({ end, outcomes, source: checked }) => {
    const found = outcomes.find((outcome) => !outcome.passed);
    if (checked !== null) keep(checked, end);
    const divergence = onLesson(found, exercise.topic) ? (found?.firstDivergence?.index ?? null) : null;
    dispatch({ type: "diverge", index: divergence });
    if (checked !== null && checked !== state.lesson.source) foldLesson(checked, "keep", divergence);
    if (end.passed) {
      const { records: folded, logs } = end;
      const { solution, parts } = memory;
      const at = new Date().toISOString();
      change({ passed: { at, solution, ...(parts.seen > 0 && { parts }), records: folded, logs } });
      if (checked === null) return;
      countStatements(checked).then((count) => {
        if (count !== null) change({ best: Math.min(count, memory.best ?? count) });
      });
    } else {
      const answer = checked ?? JSON.stringify(memory.predictions);
      change({ failures: countFailure(memory.failures, answer, starter, end.verdict === "ok") });
    }
  });

  // On load the run over Kafka takes the place of the fold in the page; so does a learner's own code in the browser.
  const cursorKnown = useRef(false);
  const cursorAtFirst = useRef(-1);
  useEffect(() => {
    if (!known || cursorKnown.current) return;
    cursorKnown.current = true;
    cursorAtFirst.current = memory.cursor;
    dispatch({ type: "go", to: memory.cursor });
  }, [known, memory.cursor]);
  // A server that was lost changes nothing on screen; one that came back folds again.
  const place = where.kind === "browser" && where.because === "lost" ? "lost" : where.kind;
  useEffect(() => {
    if (!known || place === "finding" || place === "lost") return;
    // A log of the page's own is folded nowhere else; where nobody has folded it yet, its trace names no engine.
    const stays = made ? made === "here" && trace.start.engine !== "" : place !== "kafka";
    if (stays && latestSource.current === exercise.starter) return;
    // Where the page's own fold does not reach as far, the cursor waits for this one.
    const beyond = cursorAtFirst.current > lastIndex(trace);
    foldLesson(latestSource.current, beyond ? cursorAtFirst.current : "keep");
    cursorAtFirst.current = -1;
  }, [known, place, foldLesson, exercise.starter, made, trace]);

  const remembered = state.tape.kind === "lesson" && !state.playing && cursorKnown.current;
  useEffect(() => {
    if (!remembered || !touched) return;
    // Somebody who scrubs passes many steps; only where they come to rest is remembered.
    const rest = setTimeout(() => change({ cursor: state.cursor }), 300);
    return () => clearTimeout(rest);
  }, [remembered, touched, state.cursor, change]);

  const { tape, cursor } = state;
  const cards = useMemo(
    () => withBreaks(cardsOf(tape.records, tape.trace, tape.divergence), asked.breaks),
    [tape, asked.breaks],
  );
  const before = useMemo(() => stateAt(tape.trace, Math.max(-1, cursor - 1)), [tape, cursor]);
  const step = tape.trace.steps[cursor];
  const after = useMemo(() => (step ? applyPatch(before, step.patch) : before), [before, step]);

  const foldOwn = (title: string, log: FoldedLog, given: RawRecord[], landing: Landing) =>
    fold({
      source: latestSource.current,
      log,
      tape: { kind: "own", title, log, records: given, divergence: null },
      landing,
    });
  /** Folds records that are all at hand. */
  const foldRecords = (title: string, given: RawRecord[], landing: Landing = "end") =>
    foldOwn(title, { kind: "records", records: given }, given, landing);
  const titleOf = (topic: string) =>
    topic.startsWith("mine.") ? benchWords.ownLog(topic) : benchWords.topicLog(topic);
  const foldTopic = (topic: string, landing: Landing = "end") =>
    foldOwn(titleOf(topic), { kind: "topic", topic }, [], landing);

  useFollow(session, where, tape, () => {
    const { trace, source: folded, ...same } = tape;
    fold({ source: folded, log: tape.log, tape: same, landing: cursor >= lastIndex(trace) ? "end" : "keep" });
  });

  return {
    state,
    cards,
    before,
    after,
    last: lastIndex(tape.trace),
    source,
    /** Whether the code has changed since the fold on screen. */
    stale: known && source !== tape.source,
    touched,
    /** What breakpoint and watches say of the fold on screen. */
    asked,
    checking,
    abandonCheck: abandon,
    /** How many seconds a busy server has still to be waited for, before the run is asked for again. */
    waiting,
    abandonRun,
    /** The long log on the tape; null where every step is at hand. */
    long,
    go(to: number) {
      setTouched(true);
      if (!long) return dispatch({ type: "go", to });
      // Steps of a long fold are those around the place; beyond them lies the next record of the tape.
      const known = to < 0 ? -1 : long.placeOf(to);
      long.seek(known ?? (to > cursor ? long.at + 1 : long.at - 1));
    },
    /** Stands at a place of the tape: a card of a long log, a step of any other. */
    stand(place: number) {
      setTouched(true);
      long ? long.seek(place) : dispatch({ type: "go", to: place });
    },
    play() {
      if (!long) return dispatch({ type: "play" });
      long.seek(long.at >= long.reach ? 0 : long.at + 1, true);
    },
    pause: () => dispatch({ type: "pause" }),
    back: () => dispatch({ type: "back" }),
    /** The lines put in order, by their index among the exercise's pieces. */
    used,
    arrange(lines: number[]) {
      latestSource.current = inOrder(lines);
      change({ arrangement: lines });
    },
    edit(code: string) {
      latestSource.current = code;
      change(code === exercise.starter ? { code: undefined } : { code });
    },
    /** Folds the log that is on the tape again, with the code as it is now. */
    run() {
      setTouched(true);
      const { trace: _, source: __, ...same } = tape;
      fold({
        source,
        log: tape.log,
        tape: { ...same, divergence: null },
        landing: cursor < 0 ? "end" : "keep",
        ended: (end) => keep(source, end),
      });
    },
    check() {
      setTouched(true);
      if (exercise.form === "predict") {
        check({ predicted: memory.predictions.map(({ index, state }) => ({ index, state })) });
      } else check({ source: latestSource.current });
    },
    /** Opens the checked fold at the step of the lesson's log where it parts from the reference. */
    openDivergence(index: number) {
      foldLesson(checking?.source ?? source, index, index);
    },
    /** Folds the smallest log that fails a check, and opens it at its end, where it fails. */
    openSmallest({ title: check, counterexample }: CheckOutcome) {
      if (!counterexample) return;
      const log = { kind: "given" as const, given: counterexample };
      const { records } = placeCase(counterexample);
      const title = benchWords.smallestLog(check);
      fold({
        source: checking?.source ?? source,
        log,
        tape: { kind: "smallest", title, log, records, divergence: null },
        landing: "end",
      });
    },
    /** Folds a log too long to be held as a list, in this browser. */
    foldLong(title: string, data: LongLogData) {
      const log = { kind: "long" as const, log: data };
      fold({
        source: latestSource.current,
        log,
        tape: { kind: "own", title, log, records: [], divergence: null },
        landing: "end",
      });
    },
    foldRecords,
    foldTopic,
    /**
     * Opens the fold at a record: on the exercise's own log where it lies there, else on the whole of its topic.
     * `recorded` are that topic's records where no server can be asked for them.
     */
    openRecord(position: Position, recorded?: RawRecord[]) {
      const { lesson } = state;
      const step = position.topic === exercise.topic ? stepAt(lesson.trace, position) : -1;
      const onTape = lesson.trace.steps[step]?.position;
      if (onTape?.partition !== position.partition || onTape.offset !== position.offset) {
        if (recorded) return foldRecords(titleOf(position.topic), recorded, position);
        return foldTopic(position.topic, position);
      }
      setTouched(true);
      if (tape.kind !== "lesson") dispatch({ type: "back" });
      dispatch({ type: "go", to: step });
    },
  };
}

/** Null where the source or the counting itself cannot be read: it is play, and nobody waits for it. */
async function countStatements(source: string): Promise<number | null> {
  const counting = await import("../../../engine/grading/par.ts").catch(() => null);
  return counting?.statementsIn(source) ?? null;
}

/** Loaded when there is something to keep: no page needs it before. */
async function keepVersion(exercise: string, source: string, end: TraceEnd | CheckEnd): Promise<void> {
  const keeping = await import("./versions/keep.ts").catch(() => null);
  keeping?.keep(exercise, source, end.verdict, "passed" in end ? end.passed : null);
}

/** Whether a check failed on the lesson's own log, and not only on one the learner has not seen. */
export function onLesson(outcome: CheckOutcome | undefined, topic: string): boolean {
  const position = outcome?.firstDivergence?.position;
  return position?.topic === topic;
}

export type Bench = ReturnType<typeof useBench>;
