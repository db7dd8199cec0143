import { atom, computed, type ReadableAtom } from "nanostores";
import { predictWords } from "../../../../language/english/predict.ts";
import { liveWords } from "../../../../language/english/workbench.ts";
import { spokenWords } from "../../ui/inline-code-text.tsx";
import type { CheckStore } from "./checks.ts";
import { onChange } from "./on-change.ts";
import type { PredictionStore } from "./predictions.ts";
import type { TapeStore } from "./tape.ts";

/**
 * The text of the workbench's one polite live region: a step's narration, a run's refusal, a check's result. It is silent
 * before the learner acts and while the tape plays; a pause says where the fold stands. `passed` is the exercise's own
 * sentence for a pass. Panels announce their own texts with `say`.
 */
export function createLiveRegion(
  $narration: ReadableAtom<string>,
  { $cursor, $playing, $refused, $touched, $waiting }: TapeStore,
  { $checking }: Pick<CheckStore, "$checking">,
  { $predicted }: Pick<PredictionStore, "$predicted">,
  passed: string | undefined,
) {
  const $text = atom("");
  const say = (text: string) => $text.set(text);
  const $description = computed([$narration, $predicted, $cursor], (description, predicted, cursor) =>
    predicted?.index === cursor
      ? `${predicted.outcome.message || predictWords.right} ${description}`
      : description,
  );
  // Which kind of wait it is, and not each second or place of it.
  const $waitsFor = computed([$waiting, $checking], (waiting, checking) => {
    const now = waiting ?? (checking?.end === null ? checking.waiting : null);
    return now && ("place" in now ? "queued" : "busy");
  });
  let wasPlaying = false;
  const starts = [
    // The same text at another step is announced again.
    () =>
      onChange([$description, $cursor, $playing, $touched], (description, _cursor, playing, touched) => {
        if (playing) say("");
        else if (touched) say(wasPlaying ? liveWords.paused(description) : description);
        wasPlaying = playing;
      }),
    () =>
      onChange([$refused], (refused) => {
        if (refused) say(refused.message);
      }),
    () =>
      onChange([$checking], (checking) => {
        if (!checking?.end) return;
        // Loaded with the first result, together with the panel that shows it.
        import("../checks/describe-result.ts").then(
          ({ describeResult }) => say(describeResult(checking, passed)),
          () => {},
        );
      }),
    () =>
      onChange([$waitsFor], (waiting) => {
        if (waiting) say(liveWords[waiting]);
      }),
  ];
  return {
    $spoken: computed($text, spokenWords),
    say,
    start() {
      const stops = starts.map((start) => start());
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
