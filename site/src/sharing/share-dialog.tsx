import { useEffect, useMemo, useRef, useState } from "react";
import { share } from "../../../language/english/share-dialog.ts";
import { testWords } from "../../../language/english/written-test.ts";
import { useBenchParts } from "../workbench/bench-parts.ts";
import { CopyField } from "./copy-field.tsx";
import { download } from "./download.ts";
import { fileOf } from "./file.ts";
import { linkTo, longestLink } from "./fragment.ts";
import { holdsInWords } from "./holds.ts";
import type { Shared } from "./shared.ts";
import { codeFile, testFile, writtenTest } from "./written-test.ts";

/** What can be given to others: a link to code and step, a link to the step alone, a test from this fold. */
export function ShareDialog({ close }: { close(): void }) {
  const { payload, exercise, bench } = useBenchParts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { state, source, checking } = bench;
  const step = state.tape.kind === "lesson" ? state.cursor : state.lessonCursor;
  const seed = checking?.end?.seed ?? null;
  const whole = useMemo<Shared>(
    () =>
      payload.shared
        ? { code: source, step, playground: payload.shared }
        : { exercise: exercise.id, code: source, step },
    [payload, exercise.id, source, step],
  );
  const stepOnly = useMemo<Shared>(() => ({ exercise: exercise.id, step }), [exercise.id, step]);
  const place = state.lesson.trace.steps[step]?.position ?? null;
  return (
    <dialog className="wb-dialog share" ref={dialog} aria-label={share.title} onClose={close}>
      <LinkPart
        title={payload.shared ? share.withLog : share.all}
        what={holdsInWords(whole, place)}
        shared={whole}
        seed={seed}
        copy={share.copy}
      />
      {!payload.shared && (
        <LinkPart title={share.stepOnly} shared={stepOnly} seed={null} copy={share.copyStep} />
      )}
      <TestPart />
      <form method="dialog">
        <button type="submit" className="action quiet wb-small">
          {share.close}
        </button>
      </form>
    </dialog>
  );
}

interface LinkPartProps {
  title: string;
  what?: string;
  shared: Shared;
  /** Seed of the generated logs that were checked last, where the link is to begin with them. */
  seed: number | null;
  copy: string;
}

/** One link to be copied; what is too long for one is a file. */
function LinkPart({ title, what, shared, seed, copy }: LinkPartProps) {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const page = new URL(location.href);
    if (seed !== null) page.searchParams.set("seed", String(seed));
    void linkTo(page, shared).then((made) => gone || setLink(made));
    return () => {
      gone = true;
    };
  }, [shared, seed]);
  return (
    <section className="share-part" aria-label={title}>
      <h2>{title}</h2>
      {what && <p>{what}</p>}
      {link === null && <p>{share.making}</p>}
      {link !== null && link.length <= longestLink && <CopyField text={link} label={title} copy={copy} />}
      {link !== null && link.length > longestLink && (
        <>
          <p>{share.tooLong(link.length, longestLink)}</p>
          <button
            type="button"
            className="action wb-small"
            onClick={() => download("offset-zero.json", "application/json", fileOf(shared))}
          >
            {share.toFile}
          </button>
        </>
      )}
    </section>
  );
}

/** The log up to this step and what the code made of it, as a test file. */
function TestPart() {
  const { exercise, bench } = useBenchParts();
  const { tape, cursor } = bench.state;
  const text = useMemo(() => {
    const { args } = exercise;
    return writtenTest({ trace: tape.trace, step: cursor, records: tape.records, ...(args && { args }) });
  }, [exercise, tape, cursor]);
  return (
    <details className="share-part">
      <summary>{testWords.title}</summary>
      {text === null ? (
        <p>{testWords.stopped}</p>
      ) : (
        <>
          <p>{testWords.what}</p>
          <CopyField text={text} label={testWords.label} copy={testWords.copy} rows={8} />
          <button
            type="button"
            className="action quiet wb-small"
            onClick={() => {
              download(testFile, "text/plain", text);
              download(codeFile, "text/plain", tape.source);
            }}
          >
            {testWords.download}
          </button>
        </>
      )}
    </details>
  );
}
