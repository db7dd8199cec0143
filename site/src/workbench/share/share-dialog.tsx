import { useEffect, useMemo, useState } from "react";
import { testWords } from "../../../../language/english/generated-test.ts";
import { share } from "../../../../language/english/share-dialog.ts";
import { linkTo, longestLink } from "../../exercise/link/link-fragment.ts";
import { fileOf } from "../../exercise/link/share-file.ts";
import type { Shared } from "../../exercise/link/shared-link-types.ts";
import { pageForOthers } from "../../join/addresses-for-others.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { downloadFile } from "../../ui/download-file.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import { describeLink } from "./describe-link.ts";
import { codeFile, testFile, testSource } from "./generated-test.ts";

/** What can be given to others: a link to code and step, a link to the step alone, a test from this fold. */
export function ShareDialog({ close }: { close(): void }) {
  const { payload, exercise, tape, code, checks } = useWorkbench();
  const source = useStore(code.$source);
  const state = useStore(tape.$state);
  const checking = useStore(checks.$checking);
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
    <Dialog label={share.title} className="share" closeLabel={share.close} close={close}>
      <LinkPart
        title={payload.shared ? share.withLog : share.all}
        what={describeLink(whole, place)}
        shared={whole}
        seed={seed}
        copy={share.copy}
      />
      {!payload.shared && (
        <LinkPart title={share.stepOnly} shared={stepOnly} seed={null} copy={share.copyStep} />
      )}
      <TestPart />
    </Dialog>
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
    void pageForOthers(page, import.meta.env.BASE_URL)
      .then((open) => linkTo(open, shared))
      .then((made) => gone || setLink(made));
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
            onClick={() => downloadFile("offset-zero.json", "application/json", fileOf(shared))}
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
  const { exercise, ...workbench } = useWorkbench();
  const tape = useStore(workbench.tape.$tape);
  const cursor = useStore(workbench.tape.$cursor);
  const text = useMemo(() => {
    const { args } = exercise;
    return testSource({ trace: tape.trace, step: cursor, records: tape.records, ...(args && { args }) });
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
              downloadFile(testFile, "text/plain", text);
              downloadFile(codeFile, "text/plain", tape.source);
            }}
          >
            {testWords.download}
          </button>
        </>
      )}
    </details>
  );
}
