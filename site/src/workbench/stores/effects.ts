import { computed } from "nanostores";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { Preferences } from "../../exercise/workbench-preferences.ts";
import type { SessionStore } from "../../session/session-store.ts";
import { lastIndex } from "../state/grow-trace.ts";
import type { CodeStore } from "./code.ts";
import type { Folds } from "./folds.ts";
import type { Navigation } from "./navigation.ts";
import { onChange } from "./on-change.ts";
import type { PersistentStore } from "./persistent-store.ts";
import type { TapeStore } from "./tape.ts";
import type { WatchStore } from "./watch-results.ts";

/** How long the cursor has to rest before its place is stored, in milliseconds: scrubbing passes many steps. */
const restAfter = 300;

/** Advances the tape while it plays. Like all functions here it returns how to stop. */
export function startPlayback(
  { $playing }: TapeStore,
  { $value }: PersistentStore<Preferences>,
  { tick }: Navigation,
  { $breaks }: WatchStore,
): () => void {
  const $speed = computed($value, ({ speed }) => speed);
  return onChange([$playing, $speed], (playing, speed) => {
    if (!playing) return;
    const timer = setInterval(() => tick($breaks.get()), 1000 / speed);
    return () => clearInterval(timer);
  });
}

/**
 * Folds the exercise once it is known where folds run and what the browser has stored: over Kafka, or in the browser if the
 * learner has code of their own. Its fold replaces the one in the page.
 */
export function foldWhenConnected(
  { exercise, made, trace }: ExercisePayload,
  { $where }: SessionStore,
  { $value: $memory, $known }: PersistentStore<ExerciseMemory>,
  { $state, dispatch }: TapeStore,
  { $source }: CodeStore,
  { foldLesson }: Folds,
): () => void {
  // Losing the server changes nothing on screen; when it is back, the exercise is folded again.
  const $place = computed($where, (where) =>
    where.kind === "browser" && where.because === "lost" ? "lost" : where.kind,
  );
  let cursorAtFirst: number | null = null;
  return onChange([$known, $place], (known, place) => {
    if (!known) return;
    if (cursorAtFirst === null) {
      cursorAtFirst = $memory.get().cursor;
      dispatch({ type: "go", to: cursorAtFirst });
    }
    if (place === "finding" || place === "lost") return;
    // A log that only the page holds is folded in the browser. A trace without an engine has not been folded yet.
    const stays = made ? made === "here" && trace.start.engine !== "" : place !== "kafka";
    if (stays && $source.get() === exercise.starter) return;
    // If the fold in the page ends before the stored place, the cursor moves there with this fold.
    const beyond = cursorAtFirst > lastIndex(trace);
    const source = $source.get();
    const { lesson } = $state.get();
    // The same code differs from the reference where it did before.
    const divergence = source === lesson.source ? lesson.divergence : null;
    foldLesson(source, beyond ? cursorAtFirst : "keep", divergence);
    cursorAtFirst = -1;
  });
}

/** Stores the cursor's place on the exercise's own log. */
export function rememberCursor(
  { $tape, $cursor, $playing, $touched }: TapeStore,
  { $known, change }: PersistentStore<ExerciseMemory>,
): () => void {
  const $isLesson = computed($tape, ({ kind }) => kind === "lesson");
  return onChange(
    [$isLesson, $cursor, $playing, $touched, $known],
    (isLesson, cursor, playing, touched, known) => {
      if (!isLesson || playing || !touched || !known) return;
      const rest = setTimeout(() => change({ cursor }), restAfter);
      return () => clearTimeout(rest);
    },
  );
}

/**
 * While one of the learner's own topics is on the tape, records that arrive there are folded at once, whichever window
 * appended them.
 */
export function followTopic(
  { $session, $where }: SessionStore,
  { $tape }: TapeStore,
  { refold }: Folds,
): () => void {
  const $topic = computed([$where, $tape], ({ kind }, { log }) =>
    kind === "kafka" && log.kind === "topic" ? log.topic : null,
  );
  return onChange([$session, $topic], (session, topic) => {
    if (!session || !topic?.startsWith("mine.")) return;
    let gone = false;
    let stop = () => {};
    // Loaded with the first such topic: no page opens with one.
    void import("../log/refold-on-new-records.ts").then(({ refoldOnNewRecords }) => {
      if (!gone) stop = refoldOnNewRecords(session, topic, { tape: () => $tape.get(), refold });
    });
    return () => {
      gone = true;
      stop();
    };
  });
}
