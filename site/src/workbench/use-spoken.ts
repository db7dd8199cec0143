import { useEffect, useRef, useState } from "react";
import type { TraceEnd } from "../../../engine/fold/trace.ts";
import { liveWords } from "../../../language/english/workbench.ts";
import { passedInWords } from "./checks/passed-in-words.ts";
import type { Checking } from "./use-check.ts";
import { spokenWords } from "./words.tsx";

interface Spoken {
  told: string;
  cursor: number;
  playing: boolean;
  refused: TraceEnd | null;
  checking: Checking | null;
  /** What is to be seen once every check has passed. */
  passed: string | undefined;
  /** A run waits for a busy server. */
  waiting: boolean;
  /** Nothing is said before the learner has done something. */
  touched: boolean;
}

/**
 * What the one polite live region says: the step's narration, a run's refusal, a check's result. While playing it is
 * silent; on pause it says once where the fold stands. `say` is for what a panel tells of its own.
 */
export function useSpoken(spoken: Spoken): { spoken: string; say(text: string): void } {
  const { told, cursor, playing, refused, checking, touched, passed } = spoken;
  const [text, setText] = useState("");
  const wasPlaying = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words at another step are said again
  useEffect(() => {
    if (playing) setText("");
    else if (touched) setText(wasPlaying.current ? liveWords.paused(told) : told);
    wasPlaying.current = playing;
  }, [told, cursor, playing, touched]);
  useEffect(() => {
    if (refused) setText(refused.message);
  }, [refused]);
  useEffect(() => {
    if (checking?.end) setText(resultInWords(checking, passed));
  }, [checking, passed]);
  const waiting = spoken.waiting || (checking !== null && checking.end === null && checking.waiting > 0);
  useEffect(() => {
    if (waiting) setText(liveWords.busy);
  }, [waiting]);
  return { spoken: spokenWords(text), say: setText };
}

function resultInWords({ end, outcomes }: Checking, passed = ""): string {
  if (end?.passed) return liveWords.passed(`${passedInWords(end)} ${passed}`).trim();
  const failed = outcomes.find((outcome) => !outcome.passed);
  return liveWords.notYet(failed ? failed.message : (end?.message ?? ""));
}
