import type { SourcePlace } from "../../../../engine/fold/trace.ts";
import { pieceAt } from "../../../../engine/grading/order.ts";
import { codeWords } from "../../../../language/english/code.ts";
import type { ExerciseMemory } from "../memory.ts";
import { onDemand } from "../on-demand.tsx";
import type { OrderPanelProps } from "../order/order-panel.tsx";
import type { Exercise } from "../payload.ts";
import { Words } from "../words.tsx";
import { CodeEditor } from "./code-editor.tsx";
import type { Lit } from "./lit/lit.ts";

const OrderPanel = onDemand<OrderPanelProps>(codeWords.lines, () =>
  import("../order/order-panel.tsx").then((module) => module.OrderPanel),
);

interface CodePanelProps {
  exercise: Exercise;
  source: string;
  /** Whether the code is written, or its lines are put in order. */
  form: "code" | "order";
  used: number[];
  arrange(used: number[]): void;
  say(text: string): void;
  memory: ExerciseMemory;
  mode: "monaco" | "textarea";
  setMode(mode: "monaco" | "textarea"): void;
  eager: boolean;
  /** Whether the code has changed since the fold on screen. */
  stale: boolean;
  running: boolean;
  checking: boolean;
  /** The lines that ran for the step under the cursor. */
  lit: Lit;
  problem: { message: string; source: SourcePlace } | null;
  edit(source: string): void;
  change(part: Partial<ExerciseMemory>): void;
  run(): void;
  check(): void;
}

/** The learner's code with Run and Check, Reset, and the shapes of the events below. */
export function CodePanel(props: CodePanelProps) {
  const { exercise, source, form, used, memory, mode, problem, running, checking, stale } = props;
  const { starter, id, order } = exercise;
  const inOrder = order !== undefined && form === "order";
  return (
    <div className="wb-code">
      <div className="wb-code-bar">
        <button
          type="button"
          className={`action wb-small${stale ? "" : " quiet"}`}
          aria-busy={running}
          title={codeWords.runKeys}
          onClick={props.run}
        >
          {codeWords.run}{" "}
          <span aria-hidden="true">
            <kbd>{codeWords.runSign}</kbd>
          </span>
        </button>
        {exercise.checks.length > 0 && (
          <button
            type="button"
            className="action wb-small quiet"
            aria-busy={checking}
            title={codeWords.checkKeys}
            onClick={props.check}
          >
            {checking ? codeWords.checking : codeWords.check}{" "}
            <span aria-hidden="true">
              <kbd>{codeWords.checkSign}</kbd>
            </span>
          </button>
        )}
        <span className="wb-gap" />
        {inOrder ? (
          used.length > 0 && (
            <button type="button" className="wb-link" onClick={() => props.arrange([])}>
              {codeWords.startAgain}
            </button>
          )
        ) : (
          <>
            <Reset source={source} starter={starter} memory={memory} change={props.change} />
            <button
              type="button"
              className="wb-link"
              onClick={() => props.setMode(mode === "textarea" ? "monaco" : "textarea")}
            >
              {mode === "textarea" ? codeWords.editor : codeWords.plain}
            </button>
          </>
        )}
        {order && (
          <button
            type="button"
            className="wb-link"
            onClick={() => props.change({ form: inOrder ? "code" : "order" })}
          >
            {inOrder ? codeWords.write : codeWords.order}
          </button>
        )}
      </div>
      {inOrder ? (
        <OrderPanel
          order={order}
          used={used}
          problem={problem && pieceAt(order, used, problem.source.line)}
          change={props.arrange}
          say={props.say}
          run={props.run}
          check={props.check}
        />
      ) : (
        <CodeEditor
          key={`${id} ${mode}`}
          name={id}
          label={codeWords.field}
          source={source}
          starter={starter}
          starterHtml={exercise.starterHtml}
          types={exercise.typesText}
          mode={mode}
          eager={props.eager}
          lit={props.lit.lines}
          problem={problem && { ...problem.source, message: problem.message }}
          onChange={props.edit}
          onRun={props.run}
          onCheck={props.check}
        />
      )}
      {!inOrder && (
        <p className="wb-lit-words">
          <Words text={props.lit.words} />
        </p>
      )}
      {problem && (
        <pre
          className="wb-frame"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes focus, and it has to scroll by key
          tabIndex={0}
        >{`${codeWords.place(problem.source.line, problem.source.column)}\n${problem.source.frame}`}</pre>
      )}
      <details className="wb-types">
        <summary>{codeWords.shapes}</summary>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: highlighted when the site was built, from our own files */}
        <div dangerouslySetInnerHTML={{ __html: exercise.typesHtml }} />
      </details>
    </div>
  );
}

function Reset({
  source,
  starter,
  memory,
  change,
}: { source: string; starter: string } & Pick<CodePanelProps, "memory" | "change">) {
  if (source === starter) {
    return memory.discarded === undefined ? null : (
      <button
        type="button"
        className="wb-link"
        onClick={() => change({ code: memory.discarded, discarded: undefined })}
      >
        {codeWords.undoReset}
      </button>
    );
  }
  return (
    <button type="button" className="wb-link" onClick={() => change({ code: undefined, discarded: source })}>
      {codeWords.reset}
    </button>
  );
}
