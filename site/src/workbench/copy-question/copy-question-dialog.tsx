import { useEffect, useState } from "react";
import { askWords } from "../../../../language/english/copy-question.ts";
import { questionDialogWords as words } from "../../../../language/english/question-dialog.ts";
import { linkTo, longestLink } from "../../exercise/link/link-fragment.ts";
import { pageForOthers } from "../../join/addresses-for-others.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useStore } from "../../ui/use-store.ts";
import { describeWhere } from "../run-location-line.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { questionText } from "./question-text.ts";

/** A question with all that somebody needs who is asked, shown before it is copied. */
export function CopyQuestionDialog({ close }: { close(): void }) {
  const { exercise, session, tape, ...workbench } = useWorkbench();
  const where = useStore(session.$where);
  const checking = useStore(workbench.checks.$checking);
  const state = useStore(tape.$state);
  const source = useStore(workbench.code.$source);
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
      const open = await pageForOthers(page, import.meta.env.BASE_URL);
      const whole = await linkTo(open, { exercise: exercise.id, code, step });
      // The code stands in the question anyway.
      const short = whole.length > longestLink;
      return short ? linkTo(open, { exercise: exercise.id, step }) : whole;
    };
    void write().then((link) => {
      if (!gone) setText(questionText({ exercise, failed, code, where: describeWhere(where), link }));
    });
    return () => {
      gone = true;
    };
  }, [exercise, failed, code, step, where, checking]);
  return (
    <Dialog label={askWords.title} className="share" closeLabel={words.close} close={close}>
      <section className="share-part">
        <h2>{askWords.title}</h2>
        <p>{words.what}</p>
        {text === null ? (
          <p>{words.making}</p>
        ) : (
          <CopyField text={text} label={words.label} copy={words.copy} rows={14} />
        )}
      </section>
    </Dialog>
  );
}
