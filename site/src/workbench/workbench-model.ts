import { computed } from "nanostores";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { NextThing } from "../exercise/next-thing.ts";
import { $sceneInText } from "../exercise/scene.ts";
import type { SessionStore } from "../session/session-store.ts";
import { applyCheckResult } from "./stores/apply-check-result.ts";
import { type Answer, createChecks } from "./stores/checks.ts";
import { createCode } from "./stores/code.ts";
import { foldWhenConnected, followTopic, rememberCursor, startPlayback } from "./stores/effects.ts";
import { createExecutedLines } from "./stores/executed-lines.ts";
import { createFolds } from "./stores/folds.ts";
import { createLayout } from "./stores/layout.ts";
import { createLiveRegion } from "./stores/live-region.ts";
import { createLong } from "./stores/long-log.ts";
import { createNavigation } from "./stores/navigation.ts";
import { listenToOtherTab } from "./stores/other-tab.ts";
import { createMemory, createPreferences } from "./stores/persistent-store.ts";
import { createPredictions } from "./stores/predictions.ts";
import { createScenes } from "./stores/scenes.ts";
import { createTape } from "./stores/tape.ts";
import { createWatchResults } from "./stores/watch-results.ts";
import { longNarration, narration } from "./tape/narration.ts";
import { cardOfStep, cardsOf, withBreaks } from "./tape/tape-cards.ts";

export type WorkbenchModel = ReturnType<typeof createWorkbenchModel>;

/** What the page around the workbench adds to its exercise. */
export interface Surroundings {
  /** Slug of the lesson whose scenes play on this exercise's log. */
  lesson?: string | undefined;
  /** Opens the exercise whose log the scenes play on, where that is another one. */
  openScenes?: (() => void) | undefined;
  /** What follows a pass, nearest first. */
  next?: NextThing[] | undefined;
}

/** The workbench of one exercise: its stores and actions. `start` is called once the page has been hydrated. */
export function createWorkbenchModel(
  payload: ExercisePayload,
  session: SessionStore,
  { lesson, openScenes, next = [] }: Surroundings = {},
) {
  const { exercise } = payload;
  const memory = createMemory(exercise.id);
  const preferences = createPreferences();
  const layout = createLayout(exercise, memory);
  const tape = createTape(payload, session);
  const code = createCode(exercise, memory, tape);
  const otherTab = listenToOtherTab(exercise, memory, code);
  const long = createLong(tape, session);
  const watches = createWatchResults(payload, session, tape, memory);
  const lineCoverage = createExecutedLines(payload, session, tape, code);
  const folds = createFolds(payload, tape, code);
  const navigation = createNavigation(tape, long);
  const predictions = createPredictions(payload, session, memory, navigation.go, checkOnceComplete);
  const scenes = lesson === undefined ? null : createScenes(exercise, memory, tape, code, $sceneInText);
  let runsBeforeCheck = 0;
  const checks = createChecks(payload, session, (checked) => {
    const hasRunOther = folds.runs() > runsBeforeCheck && checked.source !== code.$source.get();
    applyCheckResult(checked, exercise, memory, tape, folds, code.$form.get() === "code", hasRunOther);
  });

  const $cards = computed([tape.$tape, watches.$breaks], ({ records, trace, divergence }, breaks) =>
    withBreaks(cardsOf(records, trace, divergence), breaks),
  );
  const $narration = computed(
    [tape.$tape, tape.$cursor, tape.$before, tape.$step, long.$long],
    (shown, cursor, before, step, on) =>
      longNarration(shown, on) ?? narration(shown, cursor, { before, step }, exercise.wording),
  );
  const liveRegion = createLiveRegion($narration, tape, checks, predictions, exercise.passed);

  function checkPredictions() {
    const predicted = memory.$value.get().predictions.map(({ index, state }) => ({ index, state }));
    layout.showPane("tabs");
    checkAnswer({ predicted });
  }

  /** Checks and selects the tab that shows the result, also while an earlier check is still under way. */
  function checkAnswer(answer: Answer) {
    layout.showTab("checks");
    runsBeforeCheck = folds.runs();
    checks.check(answer);
  }

  /** The last state that an exercise asks for completes the answer. */
  function checkOnceComplete() {
    const { predictions } = memory.$value.get();
    const isPredicted = (step: number) => predictions.some(({ index }) => index === step);
    if (exercise.form === "predict" && exercise.predict.every(({ index }) => isPredicted(index)))
      checkPredictions();
  }

  return {
    payload,
    exercise,
    session,
    memory,
    preferences,
    layout,
    tape,
    code,
    otherTab,
    lineCoverage,
    long,
    watches,
    folds,
    navigation,
    predictions,
    checks,
    liveRegion,
    lesson,
    next,
    /** What the text shows on this log; null where no text does. */
    scenes,
    openScenes,
    $cards,
    /** The card of the step under the cursor, -1 before the first; on a long log the current place. */
    $currentCard: computed([$cards, tape.$cursor, long.$long], (cards, cursor, on) =>
      on ? on.at : cardOfStep(cards, cursor),
    ),
    /** The step under the cursor in plain words. */
    $narration,
    /** Folds the log on the tape with the current code. */
    run() {
      layout.showPane("state");
      folds.run();
    },
    /** Checks the code, or the predictions if the exercise asks for these. */
    check() {
      if (exercise.checks.length === 0) return;
      layout.openCode();
      layout.showPane("tabs");
      tape.touch();
      if (exercise.form === "predict") checkPredictions();
      else checkAnswer({ source: code.$source.get() });
    },
    /** Reads the browser's storage and starts all effects. Returns how to stop them. */
    start() {
      const stops = [
        liveRegion.start(),
        startPlayback(tape, preferences, navigation, watches),
        foldWhenConnected(payload, session, memory, tape, code, folds),
        rememberCursor(tape, memory),
        followTopic(session, tape, folds),
        otherTab.start(),
        watches.start(),
        long.start(),
        lineCoverage.start(),
        tape.stop,
        checks.stop,
        predictions.stop,
      ];
      code.start();
      preferences.recall();
      memory.recall();
      // The learner's own place and code are known from here on.
      if (scenes) stops.push(scenes.start());
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
