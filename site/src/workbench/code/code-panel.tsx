import { type SyntheticEvent, useMemo } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { pieceAt } from "../../../../engine/grading/line-ordering.ts";
import { codeWords } from "../../../../language/english/code.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import type { OrderPanelProps } from "../order-the-lines/order-panel.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { CodeBar } from "./code-bar.tsx";
import { CodeEditor } from "./code-editor.tsx";
import { GivenCode } from "./given-code.tsx";

const OrderPanel = onDemand<OrderPanelProps>(codeWords.lines, () =>
  import("../order-the-lines/order-panel.tsx").then((module) => module.OrderPanel),
);

/** The learner's code with Run and Check, Reset, and the shapes of the events below. */
export function CodePanel() {
  const { exercise, code, tape, preferences, lineCoverage, liveRegion, run, check } = useWorkbench();
  const { starter, id, order } = exercise;
  const source = useStore(code.$source);
  const used = useStore(code.$used);
  const inOrder = useStore(code.$form) === "order" && order !== undefined;
  const mode = useStore(preferences.$value, ({ editor }) => editor);
  const eager = useStore(tape.$touched);
  const failure = useStore(tape.$failure);
  const place = failure?.at?.source;
  const message = failure?.message ?? "";
  const isOfLines = useStore(tape.$failedSource, (failed) => failed === source);
  // Lines that were moved since are other lines. In an editor the mark moves with the text.
  const isShown = !inOrder || isOfLines;
  const problem = useMemo(() => (place && isShown ? { ...place, message } : null), [place, message, isShown]);
  if (exercise.form === "predict") {
    return (
      <div className="wb-code">
        <GivenCode html={exercise.starterHtml} />
        <EventTypes html={exercise.typesHtml} />
      </div>
    );
  }
  return (
    <div className="wb-code">
      <CodeBar />
      {inOrder ? (
        <OrderPanel
          order={order}
          used={used}
          problem={problem && pieceAt(order, used, problem.line)}
          change={code.arrange}
          say={liveRegion.say}
          run={run}
          check={check}
        />
      ) : (
        <CodeEditor
          key={`${id} ${mode}`}
          name={id}
          label={codeWords.field}
          source={source}
          starter={starter}
          starterHtml={exercise.starterHtml}
          startLine={exercise.startLine}
          types={exercise.typesText}
          mode={mode}
          eager={eager}
          $lit={lineCoverage.$lines}
          problem={problem}
          onChange={code.edit}
          onRun={run}
          onCheck={check}
        />
      )}
      {!inOrder && <LitWords />}
      {problem && (
        <pre
          className="wb-frame"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes focus, and it has to scroll by key
          tabIndex={0}
        >
          {showHidden(`${codeWords.place(problem.line, problem.column)}\n${problem.frame}`)}
        </pre>
      )}
      <EventTypes html={exercise.typesHtml} />
    </div>
  );
}

function EventTypes({ html }: { html: string }) {
  return (
    <details className="wb-types" onToggle={keepPanelInSight}>
      <summary>{codeWords.shapes}</summary>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: highlighted when the site was built, from our own files */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </details>
  );
}

/** What opens above an open panel, such as a check's result, moves the code up and not the panel down. */
function keepPanelInSight({ currentTarget }: SyntheticEvent<HTMLElement>) {
  const panel = currentTarget.closest(".wb-below-tape")?.querySelector(".wb-pane.tabs:not(.folded)");
  panel?.scrollIntoView({ block: "nearest" });
}

/** Which lines ran for the step under the cursor, in words. */
function LitWords() {
  const { lineCoverage } = useWorkbench();
  return (
    <p className="wb-lit-words">
      <InlineCodeText text={useStore(lineCoverage.$words)} />
    </p>
  );
}
