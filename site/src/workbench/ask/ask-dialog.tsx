import { useEffect, useRef, useState } from "react";
import { askWords } from "../../../../language/english/ask.ts";
import { CopyField } from "../../sharing/copy-field.tsx";
import { linkTo, longestLink } from "../../sharing/fragment.ts";
import { useBenchParts } from "../bench-parts.ts";
import { whereInWords } from "../where-line.tsx";
import { questionText } from "./question.ts";

/** A question with all that somebody needs who is asked, shown before it is copied. */
export function AskDialog({ close }: { close(): void }) {
  const { exercise, bench, where } = useBenchParts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { checking, state, source } = bench;
  const failed = checking?.outcomes.find(({ passed }) => !passed) ?? null;
  const code = (failed && checking?.source) ?? source;
  const step = state.tape.kind === "lesson" ? state.cursor : state.lessonCursor;
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const page = new URL(location.href);
    const seed = checking?.end?.seed;
    if (failed?.log !== undefined && typeof seed === "number") page.searchParams.set("seed", String(seed));
    const write = async () => {
      const whole = await linkTo(page, { exercise: exercise.id, code, step });
      // The code stands in the question anyway.
      const short = whole.length > longestLink;
      return short ? linkTo(page, { exercise: exercise.id, step }) : whole;
    };
    void write().then((link) => {
      if (!gone) setText(questionText({ exercise, failed, code, where: whereInWords(where), link }));
    });
    return () => {
      gone = true;
    };
  }, [exercise, failed, code, step, where, checking]);
  return (
    <dialog className="wb-dialog share" ref={dialog} aria-label={askWords.title} onClose={close}>
      <section className="share-part">
        <h2>{askWords.title}</h2>
        <p>{askWords.what}</p>
        {text === null ? (
          <p>{askWords.making}</p>
        ) : (
          <CopyField text={text} label={askWords.label} copy={askWords.copy} rows={14} />
        )}
      </section>
      <form method="dialog">
        <button type="submit" className="action quiet wb-small">
          {askWords.close}
        </button>
      </form>
    </dialog>
  );
}
