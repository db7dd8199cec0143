import { useRef } from "react";
import type { TraceEnd } from "../../../../engine/fold/trace.ts";
import { codeWords } from "../../../../language/english/code.ts";
import { useBenchParts } from "../bench-parts.ts";
import { Splitter } from "../splitter.tsx";
import { CodePanel } from "./code-panel.tsx";
import { useLitLines } from "./lit/use-lit-lines.ts";

/** The learner's code, and the edge that its width is set with. `failure` is how the fold on screen stopped. */
export function CodePart({ failure }: { failure: TraceEnd | null }) {
  const { exercise, bench, memory, change, liking, changeLiking, form, say, run, check } = useBenchParts();
  const { source, state, checking } = bench;
  const place = failure?.at?.source;
  const pane = useRef<HTMLElement>(null);
  const lit = useLitLines(pane);
  return (
    <>
      <section className="wb-pane code" aria-label={codeWords.name} ref={pane}>
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
          lit={lit}
          problem={failure && place ? { message: failure.message, source: place } : null}
          edit={bench.edit}
          change={change}
          run={run}
          check={check}
        />
      </section>
      <Splitter
        label={codeWords.width}
        lies="vertical"
        value={liking.codeShare}
        min={0.25}
        max={0.75}
        pace={0.03}
        fromPointer={(event, box) => (event.clientX - box.left) / box.width}
        change={(codeShare) => changeLiking({ codeShare })}
      />
    </>
  );
}
