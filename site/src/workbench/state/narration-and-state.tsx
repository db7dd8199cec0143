import type { Json } from "../../../../engine/fold/json.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import { stateWords } from "../../../../language/english/state.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { SceneBeside } from "../scenes/scene-beside.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { stoppedAt } from "./grow-trace.ts";
import { StarterNote } from "./starter-note.tsx";
import { StatePanel } from "./state-panel.tsx";

const Predict = onDemand<object>(predictWords.part, () =>
  import("../predict/predict.tsx").then((module) => module.Predict),
);

/** The step in plain words, the state after it, a prediction where one is asked, and the way onward. */
export function NarrationAndState() {
  const { exercise, tape, layout, scenes, $narration } = useWorkbench();
  const narration = useStore($narration);
  const before = useStore(tape.$before);
  const after = useStore(tape.$after);
  const step = useStore(tape.$step);
  const cursor = useStore(tape.$cursor);
  const stopped = stoppedAt(useStore(tape.$trace), cursor);
  const isLesson = useStore(tape.$tape, ({ kind }) => kind === "lesson");
  const source = useStore(tape.$tape, ({ source }) => source);
  const hasTree = useStore(layout.$hasTree);
  const hasMore = useStore(layout.$hasMore);
  return (
    <section className="wb-pane state" aria-label={stateWords.name}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a state may be longer than its pane, and has to scroll by key */}
      <div className="wb-state-scroll" tabIndex={0}>
        <p className={`wb-narration${stopped ? " stopped" : ""}`}>
          <InlineCodeText text={narration} />
        </p>
        {scenes && isLesson && <StarterNote source={source} />}
        <div className="wb-state-row">
          <StatePanel
            view={exercise.view}
            isCall={exercise.entry.kind === "call"}
            before={before}
            after={after}
            patch={stopped ? [] : (step?.patch ?? [])}
            result={step?.result}
            upcasted={exercise.entry.kind === "upcaster" ? (step?.event as Json | undefined) : undefined}
            showTree={hasTree || hasMore}
            isStart={cursor < 0 || stopped}
          />
          <SceneBeside />
        </div>
        {isLesson && exercise.predict.length > 0 && <Predict />}
      </div>
      {!hasMore && <Onward />}
    </section>
  );
}

/** The ways on from the first look. */
function Onward() {
  const { tape, layout } = useWorkbench();
  const hasCode = useStore(layout.$hasCode);
  const isAtEnd = useStore(tape.$cursor) >= useStore(tape.$last);
  return (
    <p className="wb-row wb-onward">
      {!hasCode && (
        <button
          type="button"
          className={`action wb-small${isAtEnd ? "" : " quiet"}`}
          onClick={layout.goToCode}
        >
          {stateWords.openCode}
        </button>
      )}
      <button type="button" className="wb-link" onClick={() => layout.open("more", "tree", "code", "checks")}>
        {stateWords.more}
      </button>
    </p>
  );
}
