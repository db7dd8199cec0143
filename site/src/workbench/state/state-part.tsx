import type { Json } from "../../../../engine/fold/json.ts";
import { stateWords } from "../../../../language/english/state.ts";
import { useBenchParts } from "../bench-parts.ts";
import { Predict } from "../predict/predict.tsx";
import { placeOf } from "../tape/narration.ts";
import { Words } from "../words.tsx";
import { StatePanel } from "./state-panel.tsx";
import { stoppedAt } from "./trace.ts";

/** The step in plain words, the state after it, a prediction where one is asked, and the way onward. */
export function StatePart() {
  const { exercise, bench, memory, told, prediction, isOpen, open, openCode } = useBenchParts();
  const { state, cards, before, after, last } = bench;
  const { tape, cursor } = state;
  const stopped = stoppedAt(tape.trace, cursor);
  const step = tape.trace.steps[cursor];
  const more = isOpen("more");
  const predicted = prediction.predicted?.index === cursor ? prediction.predicted : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a state may be longer than its pane, and has to scroll by key
    <section className="wb-pane state" aria-label={stateWords.name} tabIndex={0}>
      <p className={`wb-narration${stopped ? " stopped" : ""}`}>
        <Words text={told} />
      </p>
      <StatePanel
        view={exercise.view}
        isCall={exercise.entry.kind === "call"}
        before={before}
        after={after}
        patch={stopped ? [] : (step?.patch ?? [])}
        result={step?.result}
        upcasted={exercise.entry.kind === "upcaster" ? (step?.event as Json | undefined) : undefined}
        showTree={isOpen("tree") || more}
        isStart={cursor < 0 || stopped}
      />
      {tape.kind === "lesson" && (
        <Predict
          exercise={exercise}
          asked={exercise.predict.find(({ index }) => index === cursor + 1) ?? null}
          place={placeOf(cards.find((card) => card.step === cursor + 1))}
          predicted={predicted}
          {...{ memory, prediction }}
        />
      )}
      {!more && (
        <p className="wb-row wb-onward">
          {!isOpen("code") && (
            <button
              type="button"
              className={`action wb-small${cursor >= last ? "" : " quiet"}`}
              onClick={openCode}
            >
              {stateWords.openCode}
            </button>
          )}
          <button type="button" className="wb-link" onClick={() => open("more", "tree", "code", "checks")}>
            {stateWords.more}
          </button>
        </p>
      )}
    </section>
  );
}
